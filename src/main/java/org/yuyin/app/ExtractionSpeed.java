package org.yuyin.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuyin.app.StageSampler.Stage;
import org.yuyin.evaluation.TextTable;

/**
 * How fast one extractor is on one item.
 *
 * @param task what was measured
 * @param analysis an item that is decoded already, on one thread
 * @param whole an item with decoding, on one thread
 * @param stages how a thread spends its time on a whole item
 * @param itemsPerMinute whole items on all processors, by time passed
 * @param processors how many there are
 */
record ExtractionSpeed(
    ExtractionTask task,
    Times analysis,
    Times whole,
    Map<Stage, Double> stages,
    double itemsPerMinute,
    int processors) {

  /**
   * Time that an item takes.
   *
   * @param cpuSeconds of processors, all threads and child processes together
   * @param wallSeconds that pass
   */
  record Times(double cpuSeconds, double wallSeconds) {}

  /** A table with a line for each, and what its columns mean. */
  static String table(List<ExtractionSpeed> speeds) {
    var table =
        new TextTable(
                "extractor",
                "item",
                "seconds",
                "x CPU",
                "x clock",
                "x CPU decoded",
                "x clock decoded",
                "pieces/s",
                "items/min",
                "decode",
                "DSP",
                "network")
            .words(1);
    speeds.forEach(speed -> table.add(speed.cells()));
    return table
        + """

        x CPU: seconds of media for each second that one processor works; x clock: for each second
        that passes on one thread; decoded: decoding included. pieces: frames or texts, by the clock,
        without decoding. items/min: with decoding, on all %d processors at once. decode, DSP and
        network share the time of one item.
        """
            .formatted(Runtime.getRuntime().availableProcessors());
  }

  private List<String> cells() {
    return List.of(
        task.extractor().info().name(),
        task.item(),
        task.seconds() == 0 ? "" : "%.1f".formatted(task.seconds()),
        factor(analysis.cpuSeconds),
        factor(analysis.wallSeconds),
        factor(whole.cpuSeconds),
        factor(whole.wallSeconds),
        task.pieces() == 0 ? "" : number(task.pieces() / analysis.wallSeconds),
        number(itemsPerMinute),
        percent(Stage.DECODE),
        percent(Stage.DSP),
        percent(Stage.NETWORK));
  }

  private String factor(double seconds) {
    return task.seconds() == 0 ? "" : number(task.seconds() / seconds);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
  }

  private String percent(Stage stage) {
    return "%.0f %%".formatted(100 * stages.getOrDefault(stage, 0.0));
  }

  /** The same as numbers, for JSON; what does not apply is null. */
  Map<String, @Nullable Object> facts() {
    var facts = new LinkedHashMap<String, @Nullable Object>();
    facts.put("extractor", task.extractor().info().name());
    facts.put("version", task.extractor().info().version());
    facts.put("item", task.item());
    facts.put("seconds", task.seconds() == 0 ? null : task.seconds());
    facts.put("pieces", task.pieces() == 0 ? null : task.pieces());
    facts.put("analysis", facts(analysis));
    facts.put("with_decoding", facts(whole));
    facts.put("items_per_minute", itemsPerMinute);
    facts.put("processors", processors);
    for (var stage : Stage.values()) {
      facts.put(stage.name().toLowerCase(Locale.ROOT) + "_share", stages.get(stage));
    }
    return facts;
  }

  private Map<String, @Nullable Object> facts(Times times) {
    var facts = new LinkedHashMap<String, @Nullable Object>();
    facts.put("cpu_seconds", times.cpuSeconds);
    facts.put("wall_seconds", times.wallSeconds);
    boolean media = task.seconds() > 0;
    facts.put("real_time_factor_cpu", media ? task.seconds() / times.cpuSeconds : null);
    facts.put("real_time_factor_wall", media ? task.seconds() / times.wallSeconds : null);
    return facts;
  }
}
