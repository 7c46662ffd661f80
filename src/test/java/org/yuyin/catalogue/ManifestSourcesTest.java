package org.yuyin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.InputException;

class ManifestSourcesTest {
  @TempDir private Path folder;

  @BeforeEach
  void putFiles() throws IOException {
    Files.createFile(folder.resolve("a.mp4"));
    Files.createFile(Files.createDirectory(folder.resolve("ads")).resolve("a.mp4"));
  }

  @Test
  void everyColumnButFileIsOptional() throws IOException {
    var source = ManifestSources.in(manifest("file\nads/a.mp4\n")).getFirst();
    assertThat(source.file()).isEqualTo(folder.resolve("ads/a.mp4"));
    assertThat(source.name()).isEqualTo("ads/a.mp4");
    assertThat(source.category()).isEmpty();
  }

  @Test
  void chineseTitleIsTheTagBeforeTheEnglishOne() throws IOException {
    var source =
        ManifestSources.in(
                manifest(
                    """
                    id,file,category,title_en,title_zh,track_group,split,other
                    one,a.mp4,phones,Phone,手机,games/theme,val,x
                    """))
            .getFirst();
    assertThat(source.tag()).contains("手机");
    assertThat(source.trackGroup()).contains("games/theme");
    assertThat(source.split()).isEqualTo(Optional.of("evaluation"));
  }

  @Test
  void wrongRowsAreRefusedByRowAndColumn() {
    assertRefused(
        "file,split\na.mp4,holdout\n", "row 2, column split: \"holdout\" is none of train");
    assertRefused("id,file\nx,a.mp4\nx,b.mp4\n", "row 3, column id: \"x\" stands in row 2 already");
    assertRefused("id,file\nx,a.mp4\ny,a.mp4\n", "row 3, column file:");
    assertRefused("id,file\nx,\n", "row 2, column file: is empty");
    assertRefused("id,video\nx,a.mp4\n", "has no column \"file\"; its columns are id, video");
    assertRefused("file\n", "names no file");
    assertRefused("file,split\na.mp4,train,x\n", "row 2: it has 3 fields, the header has 2");
    assertRefused("file\nb.mp4\nc.mp4\n", "none of its files is there");
  }

  @Test
  void spreadsheetsByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
    assertThat(ManifestSources.in(manifest("\ufefffile,category\na.mp4,x\n"))).hasSize(1);
  }

  @Test
  void otherEncodingsAreRefusedWithTheWayOut() throws IOException {
    var manifest = folder.resolve("gbk.csv");
    Files.write(manifest, "file,category\na.mp4,手机\n".getBytes(Charset.forName("GBK")));
    assertThatThrownBy(() -> ManifestSources.in(manifest))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CSV UTF-8");
  }

  @Test
  void missingManifestIsOneLine() {
    assertThatThrownBy(() -> ManifestSources.in(folder.resolve("none.csv")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.csv cannot be read: it is not there");
  }

  private void assertRefused(String content, String because) {
    assertThatThrownBy(() -> ManifestSources.in(manifest(content)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(because);
  }

  private Path manifest(String content) throws IOException {
    return Files.writeString(folder.resolve("manifest.csv"), content);
  }
}
