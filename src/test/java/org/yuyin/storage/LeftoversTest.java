package org.yuyin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  @TempDir Path folder;

  @Test
  void onlyWhatNobodyHasTouchedForAnHourGoes() throws IOException {
    var old = aged(Files.createFile(folder.resolve("blob-old")));
    var fresh = Files.createFile(folder.resolve("blob-fresh"));
    var other = aged(Files.createFile(folder.resolve("other")));
    Leftovers.remove(folder, "blob-*");
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(other).exists();
  }

  @Test
  void aFolderGoesWholeOnceNothingInItIsTouchedAnyMore() throws IOException {
    var dead = Files.createDirectory(folder.resolve("dataset-dead"));
    aged(Files.writeString(dead.resolve("video.npy"), "half"));
    aged(dead);
    var alive = Files.createDirectory(folder.resolve("dataset-alive"));
    Files.writeString(alive.resolve("video.npy"), "being written");
    aged(alive);
    Leftovers.remove(folder, "*");
    assertThat(dead).doesNotExist();
    assertThat(alive.resolve("video.npy")).exists();
  }

  @Test
  void aFolderThatIsNotThereIsNoProblem() {
    Leftovers.remove(folder.resolve("nowhere"), "*");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  private static Path aged(Path file) throws IOException {
    return Files.setLastModifiedTime(
        file, FileTime.from(Instant.now().minus(Duration.ofMinutes(61))));
  }
}
