package org.yuyin.web;

/**
 * An entry of the menu.
 *
 * @param path where it leads
 * @param label key of the phrase that names it, one or two words
 * @param icon name of a symbol in {@code webroot/icons.svg}
 */
public record MenuItem(String path, String label, String icon) {
  /** Whether a page at this path belongs to the entry: the path itself or something below it. */
  public boolean holds(String pagePath) {
    return path.equals(pagePath) || (path.length() > 1 && pagePath.startsWith(path + "/"));
  }
}
