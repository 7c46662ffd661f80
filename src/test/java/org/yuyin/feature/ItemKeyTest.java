package org.yuyin.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemKeyTest {
  @Test
  void aTagsKeyIsTheSha256OfItsUtf8Bytes() {
    // printf '女装' | sha256sum
    assertThat(ItemKey.ofTag("女装"))
        .isEqualTo("94409e1f00b40c0af06a5285ac0ed7518d5e621b94c2f42a6be579c2d6aadc7e");
  }
}
