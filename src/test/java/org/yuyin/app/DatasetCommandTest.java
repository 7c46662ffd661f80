package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.feature.Modality;
import org.yuyin.storage.NpyWriter;
import org.yuyin.storage.PostgresExtension;

class DatasetCommandTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @TempDir Path source;

  @BeforeEach
  void writeAFolder() throws Exception {
    Files.writeString(
        source.resolve("manifest.csv"),
        """
        id,category,merged_category,tag,track_id,split
        a,shoes,fashion,女鞋,t1,train
        b,phones,digital,手机,t2,test
        """);
    for (var modality : Modality.values()) {
      NpyWriter.write(source.resolve(modality.key() + ".npy"), new float[][] {{1, 2}, {3, 4}}, 2);
    }
  }

  @Test
  void aFolderGoesInIsListedAndComesOutAgain(@TempDir Path parent) throws Exception {
    var imported = run("import", source.toString(), "--name", "shop");
    assertThat(imported.exitCode()).isZero();
    assertThat(imported.out()).contains("shop@1", "train 1", "test 1");

    var listed = run("list", "--json").jsonArray().getJsonObject(0);
    assertThat(listed.getString("name")).isEqualTo("shop");
    assertThat(listed.getInteger("pairs")).isEqualTo(2);

    assertThat(run("show", "shop").out()).contains("fashion", "phones", "different tracks  2");

    var exported = parent.resolve("out");
    assertThat(run("export", "shop", exported.toString()).exitCode()).isZero();
    assertThat(exported.resolve("manifest.csv"))
        .hasSameTextualContentAs(
            Files.writeString(
                parent.resolve("expected.csv"),
                """
                id,category,merged_category,tag,track_id,split
                a,shoes,fashion,女鞋,t1,train
                b,phones,digital,手机,t2,test
                """));
  }

  @Test
  void aDatasetGoesWithItsRunsUnlessOneOfThemRecommends() throws Exception {
    assertThat(run("import", source.toString(), "--name", "short-lived").exitCode()).isZero();
    var pool = postgres.pool();
    var made =
        pool.query(
                """
                INSERT INTO run (dataset_id, method, settings, seed, state, code_version)
                SELECT id, 'yuyin', '{}', 5, 'finished', 'v' FROM dataset WHERE name = 'short-lived'
                RETURNING id
                """)
            .execute()
            .await();
    long number = made.iterator().next().getLong("id");
    var root = postgres.folder().root();
    var checkpoint = root.resolve("runs/%d/best.safetensors".formatted(number));
    var points = root.resolve("cache/points/run%d-abc-music.npy".formatted(number));
    for (var file : new Path[] {checkpoint, points}) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    pool.query("INSERT INTO serving (run_id) VALUES (%d)".formatted(number)).execute().await();
    assertThat(run("delete", "short-lived").err()).contains("recommends; put another into service");
    pool.query("DELETE FROM serving").execute().await();

    assertThat(run("delete", "short-lived@1").out())
        .isEqualTo("deleted short-lived@1; runs that went with it: 1\n");
    assertThat(checkpoint).doesNotExist();
    assertThat(points).doesNotExist();
    assertThat(run("show", "short-lived").exitCode()).isEqualTo(Main.FAILED);
  }

  @Test
  void mistakesAreOneLine() {
    var unknown = run("show", "nobody");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).hasLineCount(1).startsWith("yuyin: there is no dataset \"nobody\"");
    var missing = run("import", source.resolve("nowhere").toString(), "--name", "x");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).contains("nowhere is no folder");
    var wrong = run("import", source.toString(), "--name", "x", "--extractor", "video=emobase");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).hasLineCount(1);
  }

  private static Run run(String... arguments) {
    var all = new ArrayList<>(List.of("dataset"));
    all.addAll(List.of(arguments));
    return Run.on(postgres, all.toArray(String[]::new));
  }
}
