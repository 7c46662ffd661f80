package org.yuyin.review;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.yuyin.storage.InputException;

/**
 * Raw decisions as a table, in CSV or JSON: one decision a row. The columns {@code item, reviewer,
 * answer, rating, reason, comment, seconds, decided_at} are read back; those about the item are
 * written for whoever looks at the file and ignored when it is read.
 */
public final class DecisionFile {
  private static final List<String> NEEDED = List.of("item", "reviewer", "answer");
  private static final List<String> COLUMNS =
      List.of(
          "item",
          "ad",
          "ad_name",
          "candidates",
          "guess",
          "gold",
          "reviewer",
          "answer",
          "rating",
          "reason",
          "comment",
          "seconds",
          "decided_at");
  private static final int LONGEST_NAME = 60;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final ReviewTask task;
  private final Set<Long> items;

  /** Files of one queue with those items. */
  public DecisionFile(ReviewTask task, List<JudgedItem> items) {
    this.task = task;
    this.items = items.stream().map(JudgedItem::id).collect(Collectors.toSet());
  }

  /** All decisions with a heading. */
  public static String csv(List<JudgedItem> items) {
    var text = new StringBuilder();
    try (var printer = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get().print(text)) {
      printer.printRecord(COLUMNS);
      for (var row : rows(items)) {
        printer.printRecord(row.values());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** {@code {"queue": …, "kind": …, "decisions": […]}}. */
  public static JsonObject json(ReviewTask task, List<JudgedItem> items) {
    var decisions = new JsonArray();
    rows(items).forEach(row -> decisions.add(new JsonObject(new LinkedHashMap<>(row))));
    return new JsonObject()
        .put("queue", task.name())
        .put("kind", task.kind().key())
        .put("decisions", decisions);
  }

  private static List<Map<String, Object>> rows(List<JudgedItem> items) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var item : items) {
      item.decisions().forEach(decision -> rows.add(row(item, decision)));
    }
    return rows;
  }

  private static Map<String, Object> row(JudgedItem item, RawDecision decision) {
    var answer = decision.answer();
    var row = new LinkedHashMap<String, Object>();
    row.put("item", item.id());
    row.put("ad", item.adId());
    row.put("ad_name", item.adName());
    row.put(
        "candidates",
        item.subject().candidates().stream()
            .map(it -> "%s=track %d".formatted(it.option(), it.trackId()))
            .collect(Collectors.joining("; ")));
    row.put("guess", item.subject().guesses().stream().findFirst().map(Guess::answer).orElse(""));
    row.put("gold", item.gold().orElse(""));
    row.put("reviewer", decision.reviewer());
    row.put("answer", answer.value());
    row.put("rating", answer.rating().<Object>map(it -> it).orElse(""));
    row.put("reason", answer.reason().orElse(""));
    row.put("comment", answer.comment().orElse(""));
    row.put("seconds", answer.seconds());
    row.put("decided_at", decision.decidedAt().toString());
    return row;
  }

  /**
   * Reads what {@link #csv} or {@link #json} wrote, whichever the text is. Refused by row and
   * column: what is missing, no number, of another queue, no answer of this queue, or there twice.
   */
  public List<RawDecision> read(String text) {
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var rows = plain.stripLeading().startsWith("{") ? jsonRows(plain) : csvRows(plain);
    var seen = new HashSet<List<Object>>();
    var decisions = new ArrayList<RawDecision>();
    for (var row : rows) {
      int number = decisions.size() + 1;
      var decision = new RowReader(number, row).decision();
      if (!seen.add(List.of(decision.item(), decision.reviewer()))) {
        throw refused(
            number,
            "reviewer",
            "\"%s\" has decided about item %d in a row above"
                .formatted(decision.reviewer(), decision.item()));
      }
      decisions.add(decision);
    }
    return decisions;
  }

  private static List<Map<String, String>> csvRows(String text) {
    var format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true);
    try (var parser = CSVParser.parse(new StringReader(text), format.get())) {
      for (var column : NEEDED) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new InputException(
              "the file has no column \"%s\"; it needs %s"
                  .formatted(column, String.join(", ", NEEDED)));
        }
      }
      return parser.stream().map(row -> row.toMap()).toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException("the file is no readable CSV (%s)".formatted(e.getMessage()), e);
    }
  }

  private static List<Map<String, String>> jsonRows(String text) {
    try {
      var rows = new ArrayList<Map<String, String>>();
      if (!(new JsonObject(text).getValue("decisions") instanceof JsonArray decisions)) {
        throw new ClassCastException();
      }
      for (var row : decisions) {
        var values = new LinkedHashMap<String, String>();
        for (var entry : Objects.requireNonNullElseGet((JsonObject) row, JsonObject::new)) {
          values.put(entry.getKey(), entry.getValue() == null ? "" : entry.getValue().toString());
        }
        rows.add(values);
      }
      return rows;
    } catch (DecodeException | ClassCastException e) {
      throw new InputException(
          "the file is no JSON with a list \"decisions\" of objects; export one to see how it looks",
          e);
    }
  }

  private static InputException refused(int row, String column, String why) {
    return new InputException("row %d, column %s: %s".formatted(row, column, why));
  }

  /** Checks the values of one row. */
  private final class RowReader {
    private final int number;
    private final Map<String, String> row;

    RowReader(int number, Map<String, String> row) {
      this.number = number;
      this.row = row;
    }

    RawDecision decision() {
      long item = item();
      return new RawDecision(item, reviewer(), answer(), decidedAt());
    }

    private long item() {
      var text = needed("item");
      try {
        long item = Long.parseLong(text);
        if (items.contains(item)) {
          return item;
        }
      } catch (NumberFormatException e) {
        throw refused(number, "item", "\"%s\" is no number".formatted(text));
      }
      throw refused(number, "item", "the queue \"%s\" has no item %s".formatted(task.name(), text));
    }

    private String reviewer() {
      var name = needed("reviewer");
      if (name.length() > LONGEST_NAME) {
        throw refused(
            number, "reviewer", "a name has at most %d characters".formatted(LONGEST_NAME));
      }
      return name;
    }

    private Answer answer() {
      var value = needed("answer");
      try {
        task.check(value);
      } catch (InputException e) {
        throw refused(number, "answer", String.valueOf(e.getMessage()));
      }
      var rating = optional("rating").map(text -> (int) number("rating", text));
      double seconds = optional("seconds").map(text -> number("seconds", text)).orElse(0.0);
      try {
        return new Answer(value, rating, optional("reason"), optional("comment"), seconds);
      } catch (InputException e) {
        throw new InputException("row %d: %s".formatted(number, e.getMessage()), e);
      }
    }

    private double number(String column, String text) {
      try {
        double value = Double.parseDouble(text);
        if (!column.equals("rating") || value == Math.rint(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw refused(number, column, "\"%s\" is no number".formatted(text));
      }
      throw refused(number, column, "\"%s\" is no whole number".formatted(text));
    }

    private Instant decidedAt() {
      var text = optional("decided_at");
      try {
        var time = text.map(Instant::parse).orElseGet(Instant::now);
        if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
          return time;
        }
      } catch (DateTimeParseException e) {
        // Falls through to the one message.
      }
      throw refused(
          number,
          "decided_at",
          "\"%s\" is no time such as 2026-01-31T12:00:00Z".formatted(text.orElse("")));
    }

    private String needed(String column) {
      return optional(column).orElseThrow(() -> refused(number, column, "it is empty"));
    }

    private Optional<String> optional(String column) {
      if (row.getOrDefault(column, "").indexOf('\0') >= 0) {
        throw refused(number, column, "it holds a character that no text has");
      }
      return Optional.ofNullable(row.get(column))
          .map(String::strip)
          .filter(text -> !text.isEmpty());
    }
  }
}
