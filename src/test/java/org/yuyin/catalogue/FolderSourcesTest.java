package org.yuyin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.InputException;

class FolderSourcesTest {
  @TempDir private Path folder;

  @Test
  void firstSubFolderIsTheCategory() throws IOException {
    make("shoes/winter/a.MP4");
    make("b.webm");
    assertThat(FolderSources.in(folder))
        .extracting(IngestSource::name, IngestSource::category)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b.webm", Optional.empty()),
            org.assertj.core.groups.Tuple.tuple("shoes/winter/a.MP4", Optional.of("shoes")));
  }

  @Test
  void hiddenFilesOtherFilesAndCircularLinksArePassedOver() throws IOException {
    make("shoes/a.mp4");
    make("shoes/.b.mp4");
    make(".trash/c.mp4");
    make("shoes/notes.txt");
    Files.createSymbolicLink(folder.resolve("shoes/circle"), folder);
    assertThat(FolderSources.in(folder))
        .extracting(IngestSource::name)
        .containsExactly("shoes/a.mp4");
  }

  @Test
  void folderWithoutVideosIsRefusedAndSaysWhatItLookedFor() throws IOException {
    make("notes.txt");
    assertThatThrownBy(() -> FolderSources.in(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mp4");
    assertThatThrownBy(() -> FolderSources.in(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not a folder");
  }

  private void make(String name) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.createFile(folder.resolve(name));
  }
}
