package org.yuyin.web;

import java.util.Arrays;
import java.util.List;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Lets templates say {@code #{runs.lead(${value})}}. */
final class PhraseResolver extends AbstractMessageResolver {
  private final Phrases phrases;

  PhraseResolver(Phrases phrases) {
    this.phrases = phrases;
  }

  @Override
  public String resolveMessage(
      ITemplateContext context, Class<?> origin, String key, Object[] values) {
    return phrases.say(language(context), key, values == null ? List.of() : Arrays.asList(values));
  }

  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context, Class<?> origin, String key, Object[] values) {
    return key;
  }

  private static Language language(ITemplateContext context) {
    return Language.tagged(context.getLocale().getLanguage()).orElse(Language.ENGLISH);
  }
}
