package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MenuTest {
  private static Menu menu(String... paths) {
    return new Menu(Stream.of(paths).map(path -> new MenuItem(path, "menu.home", "home")).toList());
  }

  private static List<String> rest(Menu menu) {
    return menu.rest().stream().map(MenuItem::path).toList();
  }

  @Test
  void fiveEntriesFitIntoTheBarOfAPhone() {
    var menu = menu("/", "/recommend", "/ads", "/runs", "/tables");
    assertThat(menu.overflows()).isFalse();
    assertThat(rest(menu)).isEmpty();
  }

  @Test
  void ofMoreTheBarKeepsFour() {
    var menu = menu("/", "/ads", "/music", "/recommend", "/review", "/train", "/runs");
    assertThat(menu.overflows()).isTrue();
    assertThat(rest(menu)).containsExactly("/ads", "/train", "/runs");
  }

  @Test
  void othersTakeThePlacesOfMissingEntries() {
    assertThat(rest(menu("/", "/recommend", "/ads", "/runs", "/see", "/tables")))
        .containsExactly("/see", "/tables");
  }
}
