package org.yuyin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CategoryMergingTest {
  /** As section 3.1 of the paper writes them. */
  private static final List<String> OF_THE_PAPER =
      List.of(
          "food",
          "children’s clothing",
          "tablets",
          "wedding dresses",
          "women’s t-shirts",
          "men’s t-shirts",
          "men’s suits",
          "video games",
          "women’s suits",
          "baby products",
          "daily necessities",
          "sports",
          "down jacket",
          "cosmetics",
          "mobile phones");

  private final CategoryMerging merging = CategoryMerging.ofThePaper();

  @Test
  void fifteenCategoriesOfThePaperBecomeFour() {
    var sizes =
        OF_THE_PAPER.stream()
            .map(name -> merging.mergedOf(name).orElseThrow())
            .collect(Collectors.groupingBy(merged -> merged, Collectors.counting()));
    assertThat(sizes)
        .containsOnly(
            java.util.Map.entry("clothing", 7L),
            java.util.Map.entry("electronic products", 3L),
            java.util.Map.entry("daily necessities", 3L),
            java.util.Map.entry("baby products", 2L));
  }

  @Test
  void spellingAndLanguageDoNotMatter() {
    assertThat(merging.mergedOf("Mens_T-Shirts")).contains("clothing");
    assertThat(merging.mergedOf("手机")).contains("electronic products");
    assertThat(merging.mergedOf("garden chairs")).isEqualTo(Optional.empty());
  }
}
