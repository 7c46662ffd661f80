package org.yuyin.evaluation.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yuyin.evaluation.Difference;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Estimate;
import org.yuyin.evaluation.Metric;
import org.yuyin.evaluation.table.Comparison.Cell;
import org.yuyin.evaluation.table.Comparison.Line;
import org.yuyin.evaluation.table.Comparison.Setting;

class TableFormatTest {
  private static final List<Metric> METRICS = List.of(Metric.RECALL_AT_10, Metric.MEDIAN_RANK);
  private static final Comparison COMPARISON =
      new Comparison(
          "Table 2: YuYin & others",
          new Setting("real@1", "ab12", false, List.of(0L, 1L, 2L), 5, 62, 50, "YuYin", "0.1.0"),
          METRICS,
          both(Map.of(Metric.RECALL_AT_10, 0.161, Metric.MEDIAN_RANK, 31.5)),
          List.of(
              new Line("CCA", "cca", Map.of("ridge", 10), both(cells(0.21, 22, 0.03))),
              new Line("YuYin", "yuyin", Map.of("alpha", 0.1), both(cells(0.254, 25, null)))));

  @Test
  void textShowsEveryLineBesideTheRandomOne() {
    assertThat(write(new PlainFormat()))
        .contains("Table 2: YuYin & others")
        .contains("real@1, 5 folds, pools of 62 pairs")
        .containsPattern("random +16\\.1 +31\\.5")
        .containsPattern("CCA +21\\.0±1\\.0\\* +22\\.0±1\\.0\\*")
        .containsPattern("YuYin +25\\.4±1\\.0 +25\\.0±1\\.0");
  }

  @Test
  void theBestOfAColumnIsBoldAndSmallPlacesAreBetterThanLargeOnes() {
    assertThat(write(new MarkdownFormat()))
        .contains("| CCA | 21.0±1.0\\* | **22.0±1.0\\*** |")
        .contains("| YuYin | **25.4±1.0** | 25.0±1.0 |");
    assertThat(write(new LatexFormat()))
        .contains("CCA & 21.0$\\pm$1.0$^*$ & \\textbf{22.0$\\pm$1.0$^*$} \\\\")
        .contains("YuYin & \\textbf{25.4$\\pm$1.0} & 25.0$\\pm$1.0 \\\\")
        .contains("\\caption{Table 2: YuYin \\& others.");
  }

  @Test
  void csvHasALineForEachNumber() {
    var lines = write(new CsvFormat()).lines().toList();
    assertThat(lines).hasSize(1 + 2 * 2 * METRICS.size());
    assertThat(lines)
        .contains("CCA,cca,music-to-video,recall@10,0.21,0.01,0.105,0.42,0.161,0.05,0.03");
  }

  @Test
  void jsonSaysHowToDoItAgain() {
    var json = new JsonObject(write(new JsonFormat()));
    assertThat(json.getString("contentHash")).isEqualTo("ab12");
    assertThat(json.getJsonArray("seeds")).containsExactly(0, 1, 2);
    var cca = json.getJsonArray("lines").getJsonObject(0);
    assertThat(cca.getJsonObject("settings").getInteger("ridge")).isEqualTo(10);
    assertThat(cca.getJsonObject("video-to-music").getJsonObject("recall@10").getDouble("p"))
        .isEqualTo(0.03);
  }

  private static String write(TableFormat format) {
    return format.write(COMPARISON);
  }

  private static <T> Map<Direction, T> both(T value) {
    var map = new EnumMap<Direction, T>(Direction.class);
    for (var direction : Direction.values()) {
      map.put(direction, value);
    }
    return map;
  }

  /** A line whose p, when it has one, holds for both metrics. */
  private static Map<Metric, Cell> cells(double recall, double place, @Nullable Double p) {
    return Map.of(
        Metric.RECALL_AT_10,
        cell(new Estimate(recall, recall / 2, recall * 2), 0.01, p),
        Metric.MEDIAN_RANK,
        cell(new Estimate(place, place - 1, place + 1), 1, p));
  }

  private static Cell cell(Estimate interval, double deviation, @Nullable Double p) {
    return new Cell(
        interval,
        deviation,
        Optional.ofNullable(p).map(it -> new Difference(new Estimate(0.05, 0.01, 0.09), it)));
  }
}
