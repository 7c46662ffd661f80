package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateConditionsTest {
  private static final Pattern TAG = Pattern.compile("<[^>]*\\sth:replace=[^>]*>");
  private static final Pattern CONDITION = Pattern.compile("\\sth:(?:if|unless|each)=");

  /** A tag is replaced before its conditions are looked at, which are then forgotten. */
  @ParameterizedTest
  @MethodSource("org.yuyin.web.TemplateWordsTest#templates")
  void noConditionStandsBesideAReplacement(Path template) throws IOException {
    var tags = TAG.matcher(Files.readString(template)).results().map(MatchResult::group);
    assertThat(tags.filter(tag -> CONDITION.matcher(tag).find())).isEmpty();
  }
}
