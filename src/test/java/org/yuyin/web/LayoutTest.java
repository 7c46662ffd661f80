package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.BrowserExtension;

/** Pages fit every screen, and nothing on them jumps while they load. */
class LayoutTest {
  @RegisterExtension static final BrowserExtension chromium = new BrowserExtension();
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final List<Integer> WIDTHS = List.of(390, 768, 1024, 1440, 2560);

  /** What web.dev calls good is 0.1 at most. */
  private static final double MOST_SHIFT = 0.05;

  private static final String NOTE_SHIFTS =
      """
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      """;

  private static final String TOO_WIDE =
      """
      [...document.querySelectorAll('body *')]
        .filter((it) => it.getBoundingClientRect().right > innerWidth + 1 && !it.closest('.table-scroll, svg, .visually-hidden'))
        .map((it) => `${it.tagName}.${it.className}`).slice(0, 5).join(' ')
      """;

  @BeforeAll
  static void fill() {
    SmallStudio.fill(studio);
  }

  static List<SmallStudio.Stop> pages() {
    return SmallStudio.PAGES;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageStandsStillWhileItLoadsAndFitsEveryScreen(SmallStudio.Stop stop) {
    for (int width : List.of(390, 1440)) {
      try (var context = chromium.browser().newContext()) {
        var page = open(context, stop, width);
        assertThat(number(page, "window.shift")).as("%d px", width).isLessThan(MOST_SHIFT);
        WIDTHS.forEach(other -> assertFits(page, other));
      }
    }
  }

  private static void assertFits(Page page, int width) {
    page.setViewportSize(width, 900);
    assertThat(number(page, "document.documentElement.scrollWidth"))
        .as("wider than the screen: %s", page.evaluate(TOO_WIDE))
        .isLessThanOrEqualTo(width);
  }

  @Test
  void barOfAPhoneHasRoomForFiveAndOpensTheRest() {
    try (var context = chromium.browser().newContext()) {
      var page = open(context, SmallStudio.PAGES.getFirst(), WIDTHS.getFirst());
      assertThat(page.locator(".rail li:visible").count()).isLessThanOrEqualTo(5);
      var more = page.locator(".more button");
      assumeTrue(more.count() > 0, "everything fits");
      more.click();
      var last = page.locator(".more-menu a").last();
      var address = last.getAttribute("href");
      last.click();
      page.waitForURL("**" + address);
      assertThat(page.locator(".more-menu").isVisible()).isFalse();
    }
  }

  private static Page open(BrowserContext context, SmallStudio.Stop stop, int width) {
    var page = context.newPage();
    page.setViewportSize(width, 900);
    page.addInitScript(NOTE_SHIFTS);
    stop.open(page, studio.at(""));
    return page;
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }
}
