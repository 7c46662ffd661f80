package org.yuyin.feature.sound.emobase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PitchContourTest {
  @Test
  void theOutputIsOneFrameLate() {
    assertThat(pitches(0, 200, 200, 200, 0, 0)).containsExactly(0, 0, 200, 200, 200, 0);
  }

  @Test
  void aPitchOfASingleFrameIsDropped() {
    assertThat(pitches(0, 200, 0, 0, 0)).containsOnly(0);
  }

  @Test
  void theRunningMeanTakesTheOctavesPlace() {
    assertThat(pitches(200, 200, 400, 200, 200, 0)).containsExactly(0, 200, 200, 200, 200, 200);
  }

  @Test
  void theEnvelopeHoldsItsValueWhereThereIsNoPitch() {
    var contour = new PitchContour();
    for (float pitch : new float[] {100, 100, 0, 0, 0}) {
      contour.add(pitch);
    }
    float held = contour.envelopeHz();
    contour.add(0);
    assertThat(contour.pitchHz()).isZero();
    assertThat(contour.envelopeHz()).isEqualTo(held).isPositive();
  }

  private static float[] pitches(float... measured) {
    var contour = new PitchContour();
    var pitches = new float[measured.length];
    for (int k = 0; k < measured.length; k++) {
      contour.add(measured[k]);
      pitches[k] = contour.pitchHz();
    }
    return pitches;
  }
}
