package org.yuyin.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yuyin.storage.InputException;

/**
 * Folds that were fixed beforehand, so that a published table can be repeated with the very same
 * ones. A CSV with a column {@code id} and for each seed s the columns {@code seed<s>_test_fold}
 * (the fold, from 0, in which the pair is tested) and {@code seed<s>_val_of_folds} (the folds, with
 * semicolons between, in which it belongs to the evaluation split).
 */
public final class FoldsFile {
  private final Path file;
  private final Map<String, Membership> byId = new HashMap<>();
  private final int folds;

  private record Membership(int test, Set<Integer> evaluation) {}

  private FoldsFile(Path file, long seed) {
    this.file = file;
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(file);
        var parser = CSVParser.parse(reader, format)) {
      var test = requireColumn(parser, "seed" + seed + "_test_fold");
      var evaluation = requireColumn(parser, "seed" + seed + "_val_of_folds");
      var id = requireColumn(parser, "id");
      for (var row : parser) {
        byId.put(row.get(id), membership(row, test, evaluation));
      }
    } catch (NoSuchFileException e) {
      throw new InputException("%s is missing".formatted(file), e);
    } catch (IOException | UncheckedIOException e) {
      throw new InputException("%s cannot be read (%s)".formatted(file, e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new InputException("%s is no folds file (%s)".formatted(file, e.getMessage()), e);
    }
    folds = byId.values().stream().mapToInt(m -> m.test() + 1).max().orElse(0);
  }

  /**
   * One view of the snapshot for each fold of a seed. Every pair of the snapshot must be listed,
   * and no track may be both tested and learned from.
   */
  public static List<Snapshot> assign(Path file, Snapshot snapshot, long seed) {
    var read = new FoldsFile(file, seed);
    return IntStream.range(0, read.folds).mapToObj(fold -> read.view(snapshot, fold)).toList();
  }

  private String requireColumn(CSVParser parser, String column) {
    if (!parser.getHeaderMap().containsKey(column)) {
      throw new InputException(
          "%s has no column \"%s\"; it has %s"
              .formatted(file, column, String.join(", ", parser.getHeaderNames())));
    }
    return column;
  }

  private Membership membership(CSVRecord row, String testColumn, String evaluationColumn) {
    var evaluation = new HashSet<Integer>();
    for (var fold : row.get(evaluationColumn).split(";", -1)) {
      if (!fold.isBlank()) {
        evaluation.add(number(row, evaluationColumn, fold));
      }
    }
    return new Membership(number(row, testColumn, row.get(testColumn)), evaluation);
  }

  private int number(CSVRecord row, String column, String word) {
    try {
      int fold = Integer.parseInt(word.strip());
      if (fold >= 0) {
        return fold;
      }
    } catch (NumberFormatException e) {
      // Told below, together with negative numbers.
    }
    throw new InputException(
        "%s record %d, column %s: \"%s\" is no fold; folds are counted from 0"
            .formatted(file, row.getRecordNumber(), column, word));
  }

  private Snapshot view(Snapshot snapshot, int fold) {
    var splits = new ArrayList<Split>();
    var splitOfTrack = new HashMap<String, Split>();
    for (var pair : snapshot.pairs()) {
      var split = split(pair, fold);
      var other = splitOfTrack.putIfAbsent(pair.trackId(), split);
      if (other != null && other != split) {
        throw new InputException(
            "%s: in fold %d track \"%s\" is in %s and in %s; a track belongs to one split"
                .formatted(file, fold, pair.trackId(), other.key(), split.key()));
      }
      splits.add(split);
    }
    return snapshot.withSplits(splits);
  }

  private Split split(Pair pair, int fold) {
    var membership = byId.get(pair.id());
    if (membership == null) {
      throw new InputException("%s does not list \"%s\"".formatted(file, pair.id()));
    }
    if (membership.test() == fold) {
      return Split.TEST;
    }
    return membership.evaluation().contains(fold) ? Split.EVALUATION : Split.TRAIN;
  }
}
