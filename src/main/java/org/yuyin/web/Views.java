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
  private final Menu menu;

  /** Reads templates from the class path and keeps them parsed. */
  public Views(List<MenuItem> menu) {
    this.menu = new Menu(menu);
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
   * @param reader whom it is for
   */
  public String render(View view, Reader reader) {
    var words = words(reader.language());
    var context = new Context(reader.language().locale(), view.values());
    context.setVariable("title", words.phrase(view.title()));
    context.setVariable("language", reader.language());
    context.setVariable("languages", Language.values());
    context.setVariable("theme", reader.theme());
    context.setVariable("themes", Theme.values());
    context.setVariable("caller", reader.caller());
    context.setVariable("menu", menu);
    context.setVariable("path", reader.path());
    context.setVariable("say", words);
    context.setVariable("link", links);
    return engine.process(view.template(), context);
  }

  /** How things are told in a language. */
  Words words(Language language) {
    return new Words(language, phrases);
  }
}
