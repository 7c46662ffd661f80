package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.feature.transformer.TestCheckpoints;

class ModelsCommandTest {
  private final Path data;

  ModelsCommandTest(@TempDir Path data) throws IOException {
    this.data = data;
    Files.createDirectories(data.resolve("models"));
  }

  @Test
  void missingWeightsAreNamedWithTheirLicenceAndAreNoFailure() {
    var run = Run.of("models", "--data", data.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("inception-v3: missing", "run scripts/models fetch", "MIT, (c) 2019 Infinite Red")
        .contains("ast: missing", "BSD-3-Clause", "bert-wwm: missing");
  }

  @Test
  void aDamagedFileFailsAndIsNamed() throws IOException {
    var folder =
        TestCheckpoints.copy(TestCheckpoints.SMALL_AST, data.resolve("models").resolve("ast"));
    var file = Files.writeString(folder.resolve("model.safetensors"), "not weights");
    var run = Run.of("models", "verify", "--json", "--data", data.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    var ast = new ObjectMapper().readTree(run.out()).get(1);
    assertThat(ast.get("state").asText()).isEqualTo("broken");
    assertThat(ast.get("sha256").asText()).hasSize(64);
    assertThat(ast.get("note").asText()).contains(file + " is no safetensors file");
  }

  @Test
  void weightsPutInPlaceAreReadAndTheirSizesTold() {
    var models = data.resolve("elsewhere");
    TestCheckpoints.copy(TestCheckpoints.AST, models.resolve("ast"));
    TestCheckpoints.copy(TestCheckpoints.BERT, models.resolve("bert-wwm"));
    var run = Run.of("models", "--data", data.toString(), "--models", models.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("ast: good", "64 values from 2 layers of 2 heads", "786,168")
        .contains("bert-wwm: good", "32 values from 3 layers of 4 heads, 41 word pieces");
  }

  @Test
  void anUnknownActionIsWrongUsage() {
    assertThat(Run.of("models", "burn", "--data", data.toString()).exitCode()).isEqualTo(2);
  }
}
