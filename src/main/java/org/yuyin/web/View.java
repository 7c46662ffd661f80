package org.yuyin.web;

import java.util.Map;

/**
 * What a page shows: a template and the values in it.
 *
 * @param template file under {@code templates/}, without ending
 * @param title of the page, for the heading and the browser's tab
 * @param values by the name that the template uses
 */
public record View(String template, Phrase title, Map<String, Object> values) {
  public View {
    values = Map.copyOf(values);
  }

  /** A piece of a page, which has no title of its own. */
  public static View piece(String template, Map<String, Object> values) {
    return new View(template, Phrase.name(""), values);
  }
}
