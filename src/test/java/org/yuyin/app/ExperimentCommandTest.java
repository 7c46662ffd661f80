package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.evaluation.table.PaperTable;
import org.yuyin.evaluation.table.StoredTables;
import org.yuyin.evaluation.table.TableFormat;
import org.yuyin.storage.PostgresExtension;

class ExperimentCommandTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final List<String> COMPARED =
      List.of("CCA", "DCCA", "CEVAR", "CBVMR", "CMVAE", "MRCMV", "YuYin", "II-CLVM", "YuYin+");

  @BeforeAll
  static void importDataset(@TempDir Path folder) throws IOException {
    TinyDataset.importInto(POSTGRES, folder);
  }

  @Test
  void theSecondTableHoldsEveryMethodInBothDirectionsAndAllFormats(@TempDir Path folder)
      throws IOException {
    var run = experiment("table2", "--seeds", "2", "--folds", "2", "--out", folder.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    for (var label : COMPARED) {
      assertThat(run.out().lines().filter(line -> line.startsWith(label + " "))).hasSize(2);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "table2.txt", "table2.csv", "table2.json", "table2.md", "table2.tex");
    }
    var json = new JsonObject(Files.readString(folder.resolve("table2.json")));
    assertThat(json.getInteger("folds")).isEqualTo(2);
    assertThat(json.getString("contentHash")).hasSize(64);
    assertThat(json.getJsonArray("lines")).hasSize(COMPARED.size());
    var cca = json.getJsonArray("lines").getJsonObject(0).getJsonObject("video-to-music");
    assertThat(cca.getJsonObject("recall@10").getDouble("p")).isBetween(0.0, 1.0);

    var again = experiment("table2", "--seeds", "2", "--folds", "2");
    assertThat(again.err()).contains("4 of 4 were done before");
    assertThat(again.out()).isEqualTo(run.out());
    storedRunsGiveTheSameTableWithoutTraining(run.out());
  }

  private static void storedRunsGiveTheSameTableWithoutTraining(String printed) {
    var info = new DatasetRepository(POSTGRES.pool()).newest("tiny").await().orElseThrow();
    var changes = Map.of("embedding", "24", "hidden", "16", "width", "8", "epochs", "1");
    var wanted = new StoredTables.Wanted(info, 2, 0, 2, changes);
    var tables = new StoredTables(POSTGRES.pool());

    var second = tables.make(PaperTable.TABLE2, wanted);
    assertThat(second.missing()).isEmpty();
    assertThat(TableFormat.all().getFirst().write(second.comparison().orElseThrow()))
        .isEqualTo(printed);

    var fourth = tables.make(PaperTable.TABLE4, wanted);
    assertThat(fourth.missing())
        .extracting(missing -> missing.entry().label() + " " + missing.reason())
        .containsExactly("YuYin (Concat) NOTHING", "YuYin (Add) NOTHING");
    assertThat(fourth.comparison().orElseThrow().lines()).hasSize(1);
  }

  @Test
  void aTableMayHoldOnlySomeMethodsBesideTheReference() {
    var run = experiment("table2", "--seeds", "1", "--method", "cca");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("CCA ", "YuYin ").doesNotContain("CEVAR", "YuYin+");

    var refused = experiment("table3", "--method", "cca");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("\"cca\" does not stand in table3", "yuyin");
  }

  @Test
  void ablationsAreHeldAgainstTheWholeModel() {
    var run = experiment("table3", "--seeds", "1", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    var lines = run.json().getJsonArray("lines");
    assertThat(lines).hasSize(5);
    assertThat(lines.getJsonObject(0).getJsonObject("settings").getValue("useText"))
        .hasToString("false");
    assertThat(lines.getJsonObject(4).getString("label")).isEqualTo("YuYin");
  }

  @Test
  void figuresAreFilesThatOpenWithTheirNumbersBeside(@TempDir Path folder) throws IOException {
    var refused = experiment("figures");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--out DIR");

    var run = experiment("figures", "--out", folder.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("silhouette", "overlap");
    try (var files = Files.list(folder)) {
      var pictures = files.filter(file -> file.toString().endsWith(".png")).toList();
      assertThat(pictures).hasSizeGreaterThanOrEqualTo(6);
      for (var picture : pictures) {
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(300);
      }
    }
  }

  private static Run experiment(String what, String... more) {
    var all = new ArrayList<>(List.of("experiment", what, "--dataset", "tiny"));
    for (var setting : List.of("embedding=24", "hidden=16", "width=8", "epochs=1")) {
      all.addAll(List.of("--set", setting));
    }
    all.addAll(List.of(more));
    return Run.on(POSTGRES, all.toArray(String[]::new));
  }
}
