package org.yuyin.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * The menu. Wide screens show all of it; the bar of a phone has room for five entries, so beyond
 * that it keeps four and the rest opens from a fifth.
 *
 * @param items in order
 */
public record Menu(List<MenuItem> items) {
  private static final int ROOM = 5;
  private static final List<String> FIRST = List.of("/", "/recommend", "/music", "/review");

  public Menu {
    items = List.copyOf(items);
  }

  /** Whether the bar of a phone keeps some entries behind its last. */
  public boolean overflows() {
    return items.size() > ROOM;
  }

  /** Whether the bar of a phone shows an entry. */
  public boolean inBar(MenuItem item) {
    return !overflows() || bar().contains(item);
  }

  /** What opens from the last place of the bar. */
  public List<MenuItem> rest() {
    return items.stream().filter(item -> !inBar(item)).toList();
  }

  private List<MenuItem> bar() {
    var wanted = items.stream().filter(item -> FIRST.contains(item.path()));
    var others = items.stream().filter(item -> !FIRST.contains(item.path()));
    return Stream.concat(wanted, others).limit(ROOM - 1).toList();
  }
}
