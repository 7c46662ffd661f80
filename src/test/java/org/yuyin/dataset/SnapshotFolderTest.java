package org.yuyin.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.feature.Modality;
import org.yuyin.storage.InputException;
import org.yuyin.storage.NpyWriter;

class SnapshotFolderTest {
  private static final String MANIFEST =
      """
      id,category,merged_category,tag,track_id,split
      a,womens clothing,fashion,女装,t1,train
      b,phones,digital,手机,t2,val
      c,phones,digital,手机,t3,test
      """;

  @TempDir Path path;
  private SnapshotFolder folder;

  @BeforeEach
  void writeAGoodFolder() throws IOException {
    folder = new SnapshotFolder(path);
    Files.writeString(path.resolve("manifest.csv"), MANIFEST);
    for (var modality : Modality.values()) {
      write(modality, new float[][] {{1, 2}, {3, 4}, {5, modality.ordinal()}});
    }
  }

  @Test
  void aGoodFolderIsReadAsItWasWritten() {
    var snapshot = folder.open("demo", folder.check().contentHash());
    assertThat(snapshot.pairs().get(1))
        .isEqualTo(new Pair("b", "phones", "digital", "手机", "t2", Split.EVALUATION));
    assertThat(snapshot.matrix(Modality.TEXT).row(2)).containsExactly(5, 3);
    assertThat(snapshot.rowsOf(Split.TEST)).containsExactly(2);
    assertThat(snapshot.mergedCategories()).containsExactly("digital", "fashion");
  }

  @Test
  void aCopyHasTheSameHash(@TempDir Path copy) {
    var checked = folder.check();
    var snapshot = folder.open("demo", checked.contentHash());
    var copied = new SnapshotFolder(copy);
    copied.write(snapshot.pairs(), snapshot.features(), Optional.empty());
    assertThat(copied.check()).isEqualTo(checked);
  }

  @Test
  void orderOfColumnsAndSpellingOfSplitsDoNotChangeTheHash() throws IOException {
    var before = folder.check().contentHash();
    manifest(
        """
        \uFEFFsplit,id,note,track_id,tag,merged_category,category
        train,a,x,t1,女装,fashion,womens clothing
        evaluation,b,,t2,手机,digital,phones
        TEST,c,,t3,手机,digital,phones
        """);
    assertThat(folder.check().contentHash()).isEqualTo(before);
  }

  @Test
  void anyOtherChangeChangesTheHash() throws IOException {
    var before = folder.check().contentHash();
    write(Modality.EMOTION, new float[][] {{1, 2}, {3, 4}, {5, 2.0000002f}});
    var values = folder.check().contentHash();
    manifest(MANIFEST.replace("t3", "t4"));
    var track = folder.check().contentHash();
    Files.write(path.resolve("frames.npy"), new byte[] {1, 2, 3});
    assertThat(folder.check().contentHash()).isNotIn(before, values, track);
    assertThat(before).isNotEqualTo(values);
    assertThat(values).isNotEqualTo(track);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c,phones,digital,手机,t3,test | a,phones,digital,手机,t3,test | line 4, column id | line 2",
        "t3,test | t1,test | line 4, column track_id | train on line 2",
        "t3,test | t3,holdout | line 4, column split | not \"holdout\"",
        "t3,test | t3, | line 4, column split | empty",
        "phones,digital,手机,t3 | ,digital,手机,t3 | line 4, column category | empty",
        "track_id | track | no column \"track_id\" | it needs",
      })
  void aWrongManifestIsRefusedByLineAndColumn(String from, String to, String where, String why)
      throws IOException {
    manifest(MANIFEST.replace(from, to));
    assertThatThrownBy(folder::check)
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("manifest.csv", where, why);
  }

  @Test
  void aValueThatIsNotFiniteIsRefusedByRowAndColumn() {
    for (var wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      write(Modality.AUDIO, new float[][] {{1, 2}, {3, wrong}, {5, 6}});
      assertThatThrownBy(folder::check)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("audio.npy row 1 (b), column 1");
    }
  }

  @Test
  void aMatrixOfTheWrongShapeIsRefused() {
    write(Modality.TEXT, new float[][] {{1, 2}, {3, 4}});
    assertThatThrownBy(folder::check)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("text.npy has 2 rows, but the manifest lists 3 pairs");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(path.resolve("emotion.npy"));
    assertThatThrownBy(folder::check)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("emotion.npy is missing");
    assertThatThrownBy(() -> new SnapshotFolder(path.resolve("nowhere")).check())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nowhere is no folder");
  }

  private void manifest(String text) throws IOException {
    Files.writeString(path.resolve("manifest.csv"), text);
  }

  private void write(Modality modality, float[][] rows) {
    NpyWriter.write(path.resolve(modality.key() + ".npy"), rows, rows[0].length);
  }
}
