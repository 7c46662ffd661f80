package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.BrowserExtension;

/**
 * Pages fit every screen, nothing on them jumps while they load, and axe-core finds nobody shut out
 * by the rules of WCAG 2.2 AA.
 */
class EveryPageTest {
  @RegisterExtension static final BrowserExtension chromium = new BrowserExtension();
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final List<Integer> WIDTHS = List.of(390, 768, 1024, 1440, 2560);

  /** What web.dev calls good is 0.1 at most. */
  private static final double MOST_SHIFT = 0.05;

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** What else a theme could break. */
  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  /**
   * A way to look at a page.
   *
   * @param width of the screen, in pixels
   */
  private record Look(String language, int width) {
    Browser.NewContextOptions settings() {
      return new Browser.NewContextOptions()
          .setLocale(language)
          .setColorScheme(ColorScheme.LIGHT)
          .setViewportSize(width, 900);
    }
  }

  /**
   * Each language once, on a desk and on a phone: the phone by all rules, the desk by those of
   * colours in the dark. All of them together by all rules have found no more.
   */
  private static final List<Look> LOOKS = List.of(new Look("en", 1440), new Look("zh", 390));

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
  void itStandsStillShutsNobodyOutAndFits(SmallStudio.Stop stop) {
    for (var look : LOOKS) {
      try (var context = chromium.browser().newContext(look.settings())) {
        var page = open(context, stop, look.width());
        assertThat(number(page, "window.shift")).as(look.toString()).isLessThan(MOST_SHIFT);
        WIDTHS.forEach(other -> assertFits(page, other));
        if (look.equals(LOOKS.getLast())) {
          page.setViewportSize(look.width(), 900);
          assertThat(graveFaults(axe(page).withTags(RULES))).as(look.toString()).isEmpty();
        } else {
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
          assertThat(graveFaults(axe(page).withRules(OF_COLOURS))).as("%s, dark", look).isEmpty();
        }
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

  private static AxeBuilder axe(Page page) {
    // Legacy mode does without a second page for the result: ours have no frames.
    return new AxeBuilder(page).setLegacyMode(true);
  }

  private static List<String> graveFaults(AxeBuilder axe) {
    return axe.analyze().getViolations().stream()
        .filter(rule -> GRAVE.contains(rule.getImpact()))
        .map(EveryPageTest::told)
        .toList();
  }

  private static String told(Rule rule) {
    return "%s (%s): %s"
        .formatted(
            rule.getId(),
            rule.getHelp(),
            rule.getNodes().stream()
                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                .toList());
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
