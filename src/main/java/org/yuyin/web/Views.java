package org.yuyin.web;

import java.util.List;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Turns a {@link View} into HTML in the house's layout. Thread-safe. */
public final class Views {
  private final TemplateEngine engine = new TemplateEngine();
  private final Phrases phrases = new Phrases();
  private final Links links = new Links();
  private final List<MenuItem> menu;

  /** Reads templates from the class path and keeps them parsed. */
  public Views(List<MenuItem> menu) {
    this.menu = List.copyOf(menu);
    var resolver = new ClassLoaderTemplateResolver(Views.class.getClassLoader());
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(resolver);
    engine.setMessageResolver(new PhraseResolver(phrases));
  }

  /**
   * The page as HTML. The first time a template is read takes a while, so not for event loops.
   *
   * @param path of the request, which marks the menu's entry
   * @param language that the reader has chosen
   */
  public String render(View view, String path, Language language) {
    var words = words(language);
    var context = new Context(language.locale(), view.values());
    context.setVariable("title", words.phrase(view.title()));
    context.setVariable("language", language);
    context.setVariable("languages", Language.values());
    context.setVariable("menu", menu);
    context.setVariable("path", path);
    context.setVariable("say", words);
    context.setVariable("link", links);
    return engine.process(view.template(), context);
  }

  /** How things are told in a language. */
  Words words(Language language) {
    return new Words(language, phrases);
  }
}
