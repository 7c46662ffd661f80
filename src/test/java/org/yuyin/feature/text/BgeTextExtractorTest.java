package org.yuyin.feature.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuyin.storage.InputException;

class BgeTextExtractorTest {
  private final BgeTextExtractor extractor = new BgeTextExtractor();

  @Test
  void vectorsHaveLengthOneAndTheStatedWidth() {
    for (var row : extractor.extract(List.of("女装", "手机数码配件"))) {
      assertThat(row).hasSize(extractor.info().width());
      assertThat(dot(row, row)).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void relatedCategoriesLieCloserThanUnrelatedOnes() {
    var rows = extractor.extract(List.of("女装", "童装", "手机"));
    assertThat(dot(rows[0], rows[1])).isGreaterThan(dot(rows[0], rows[2]) + 0.05);
  }

  @Test
  void aTextsVectorDoesNotDependOnTheOthers() {
    var alone = extractor.extract(List.of("女装"))[0];
    assertThat(extractor.extract(List.of("一句长得多的话，放在前面", "女装"))[1]).containsExactly(alone);
  }

  /** The categories of the paper. Without lower-casing, not one of the 15 is found. */
  @Test
  void mostEnglishTagsLieClosestToTheirChineseCounterpart() {
    var chinese =
        List.of(
            "食品", "童装", "平板电脑", "婚纱", "女士T恤", "男士T恤", "男士西装", "电子游戏", "女士套装", "婴儿用品", "日用品", "运动",
            "羽绒服", "化妆品", "手机");
    var english =
        List.of(
            "Food",
            "Children's clothing",
            "Tablets",
            "Wedding dresses",
            "Women's T-shirts",
            "Men's T-shirts",
            "Men's suits",
            "Video games",
            "Women's suits",
            "Baby products",
            "Daily necessities",
            "Sports",
            "Down jacket",
            "Cosmetics",
            "Mobile phones");
    var known = extractor.extract(chinese);
    var asked = extractor.extract(english);
    int first = 0;
    for (int tag = 0; tag < asked.length; tag++) {
      int closest = 0;
      for (int other = 1; other < known.length; other++) {
        closest = dot(asked[tag], known[other]) > dot(asked[tag], known[closest]) ? other : closest;
      }
      first += closest == tag ? 1 : 0;
    }
    assertThat(first).isGreaterThanOrEqualTo(12);
  }

  @Test
  void anEmptyTagIsRefused() {
    assertThatThrownBy(() -> extractor.extract(List.of(" ")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a tag is empty");
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
