package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

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
    assertThat(run("import", source.toString(), "--name", "shop")).isZero();
    assertThat(out.toString()).contains("shop@1", "train 1", "test 1");

    assertThat(run("list", "--json")).isZero();
    var listed = new JsonArray(out.toString()).getJsonObject(0);
    assertThat(listed.getString("name")).isEqualTo("shop");
    assertThat(listed.getInteger("pairs")).isEqualTo(2);

    assertThat(run("show", "shop")).isZero();
    assertThat(out.toString()).contains("fashion", "phones", "different tracks  2");

    var exported = parent.resolve("out");
    assertThat(run("export", "shop", exported.toString())).isZero();
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
  void mistakesAreOneLine() {
    assertThat(run("show", "nobody")).isEqualTo(1);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("yuyin: there is no dataset \"nobody\"");
    assertThat(run("import", source.resolve("nowhere").toString(), "--name", "x")).isEqualTo(1);
    assertThat(err.toString()).contains("nowhere is no folder");
    assertThat(run("import", source.toString(), "--name", "x", "--extractor", "video=emobase"))
        .isEqualTo(1);
    assertThat(err.toString().strip().lines()).hasSize(1);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var line = Main.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    var all = new java.util.ArrayList<>(Arrays.asList("dataset"));
    all.addAll(Arrays.asList(arguments));
    all.addAll(
        Arrays.asList(
            "--data", postgres.folder().root().toString(), "--database-url", postgres.url()));
    int code = line.execute(all.toArray(String[]::new));
    line.getOut().flush();
    line.getErr().flush();
    return code;
  }
}
