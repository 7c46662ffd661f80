package org.yuyin.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.InputException;

/** Without a network: npm, where it is there at all, looks into the folder only. */
class NpmPackageTest {
  @Test
  void whatCannotBeFetchedIsNamedInOneLine(@TempDir Path folder) {
    var missing = new NpmPackage("./no-such-package", Duration.ofMinutes(1));
    assertThatThrownBy(() -> missing.packInto(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("./no-such-package")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
