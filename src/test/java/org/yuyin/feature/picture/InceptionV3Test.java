package org.yuyin.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yuyin.feature.picture.Layer.Convolution;

class InceptionV3Test {
  @Test
  void ninetyFourConvolutionsStandInTheOrderInWhichKerasNumbersThem() {
    var convolutions = InceptionV3.body().convolutions().toList();
    assertThat(convolutions).hasSize(94).doesNotHaveDuplicates();
    assertThat(convolutions.get(26).name()).isEqualTo("Mixed_6a.branch3x3");
    assertThat(convolutions.get(93))
        .isEqualTo(new Convolution("Mixed_7c.branch_pool", 192, 1, 1, 1, true));
  }

  @Test
  void samePaddingIsRefusedWhereItWouldNotBeSymmetric() {
    assertThatThrownBy(() -> new Convolution("x", 1, 3, 3, 2, true))
        .hasMessageContaining("stride 1 and an odd kernel");
  }
}
