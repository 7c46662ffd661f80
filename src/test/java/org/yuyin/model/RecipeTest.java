package org.yuyin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.storage.InputException;

class RecipeTest {
  private final Method<?> yuyin = Methods.standard().named("yuyin");

  @Test
  void withoutChangesItIsThePapers() {
    var map = Recipe.of(yuyin, Map.of()).asMap();

    assertThat(map)
        .containsEntry("embedding", 1024)
        .containsEntry("hidden", 512)
        .containsEntry("width", 256)
        .containsEntry("fusion", "wfm")
        .containsEntry("alpha", 0.1)
        .containsEntry("beta", 3.0)
        .containsEntry("temperature", 0.07)
        .containsEntry("learningRate", 1e-4);
  }

  @Test
  void changesReachMethodAndSchedule() {
    var recipe =
        Recipe.of(yuyin, Map.of("fusion", "add", "useText", "false", "batch", "64", "alpha", "0"));

    assertThat(recipe.changes())
        .containsOnly(
            Map.entry("fusion", "add"),
            Map.entry("useText", false),
            Map.entry("batch", 64),
            Map.entry("alpha", 0.0));
  }

  @Test
  void whatItWritesItReadsBack() {
    var recipe = Recipe.of(yuyin, Map.of("fusion", "concat", "epochs", "7", "temperature", "0.1"));

    assertThat(Recipe.of(yuyin, recipe.asMap())).isEqualTo(recipe);
  }

  @Test
  void anUnknownKeyListsTheKnownOnes() {
    assertThatThrownBy(() -> Recipe.of(yuyin, Map.of("tempratur", "1")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no setting \"tempratur\"")
        .hasMessageContaining("temperature")
        .hasMessageContaining("learningRate");
  }

  @ParameterizedTest
  @CsvSource({
    "width,wide,setting width is a whole number",
    "width,0,setting width must lie between 1 and 4096",
    "alpha,-1,setting alpha must lie between 0 and 1000",
    "alpha,NaN,setting alpha must lie between 0 and 1000",
    "useText,yes,setting useText is true or false",
    "fusion,sum,'setting fusion is one of wfm, concat, add'",
  })
  void aWrongValueIsRefusedWithItsRule(String key, String value, String rule) {
    assertThatThrownBy(() -> Recipe.of(yuyin, Map.of(key, value)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(rule)
        .hasMessageContaining(value);
  }

  @Test
  void anUnknownMethodListsTheKnownOnes() {
    assertThatThrownBy(() -> Methods.standard().named("yuyan"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("yuyin");
  }
}
