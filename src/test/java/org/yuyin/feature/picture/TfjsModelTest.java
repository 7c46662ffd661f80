package org.yuyin.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TfjsModelTest {
  private static final String MODULE =
      "!function(a){a.exports={modelTopology:{x:!0},weightsManifest:[{paths:[\"a\"],weights:["
          + "{name:\"k\",shape:[1,1,2,1],dtype:\"float32\",quantization:{min:-.5,scale:.25,dtype:\"uint8\"}},"
          + "{name:\"b\",shape:[1],dtype:\"float32\",quantization:{min:1e-2,scale:2,dtype:\"uint8\"}}"
          + "]}]}},{}]},{},[1])(1)});";

  @Test
  void bytesBecomeValuesByScaleAndMinimumInTheOrderOfTheManifest() throws IOException {
    var model = new TfjsModel(MODULE, new byte[] {0, (byte) 255, 3});
    assertThat(model.shape("k")).containsExactly(1, 1, 2, 1);
    assertThat(model.values("k")).containsExactly(-0.5f, 63.25f);
    assertThat(model.values("b")).containsExactly(6.01f);
  }

  @Test
  void shardsOfAnotherLengthAreRefused() {
    assertThatThrownBy(() -> new TfjsModel(MODULE, new byte[4]))
        .hasMessageContaining("needs 3 bytes, the shards hold 4");
  }
}
