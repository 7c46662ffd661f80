package org.yuyin.evaluation.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PointSetTest {
  private final PointSet points =
      new PointSet(
          new float[] {0.5f, -1, 2, 3},
          new int[] {7, 70_000},
          new byte[] {PointSet.VIDEO, PointSet.MUSIC},
          new short[] {0, 513});

  @Test
  void browsersReadItAsDocumented() {
    var bytes = ByteBuffer.wrap(points.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
    var magic = new byte[4];
    bytes.get(magic);
    assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("YYP1");
    assertThat(bytes.getInt()).isEqualTo(2);
    assertThat(bytes.getLong()).isZero();
    assertThat(new float[] {bytes.getFloat(), bytes.getFloat()}).containsExactly(0.5f, -1);
    assertThat(new float[] {bytes.getFloat(), bytes.getFloat()}).containsExactly(2, 3);
    assertThat(new int[] {bytes.getInt(), bytes.getInt()}).containsExactly(7, 70_000);
    assertThat(new short[] {bytes.getShort(), bytes.getShort()})
        .containsExactly((short) 0, (short) 513);
    assertThat(new byte[] {bytes.get(), bytes.get()}).containsExactly(0, 1);
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void whatIsStoredIsReadBack() {
    assertThat(
            PointSet.of(
                points.placeBytes(),
                points.rowBytes(),
                points.modalities(),
                points.categoryBytes()))
        .isEqualTo(points);
  }
}
