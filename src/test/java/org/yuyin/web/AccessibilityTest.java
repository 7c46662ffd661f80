package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.BrowserExtension;

/** What axe-core finds on the pages by the rules of WCAG 2.2 AA. */
class AccessibilityTest {
  @RegisterExtension static final BrowserExtension chromium = new BrowserExtension();
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  /**
   * A way to look at a page.
   *
   * @param width of the screen, in pixels
   */
  private record Look(String language, int width, ColorScheme scheme) {}

  /** Each language, width and theme at least once; all of them together find no more. */
  private static final List<Look> LOOKS =
      List.of(
          new Look("en", 1440, ColorScheme.LIGHT),
          new Look("en", 1440, ColorScheme.DARK),
          new Look("zh", 390, ColorScheme.LIGHT));

  @BeforeAll
  static void fill() {
    SmallStudio.fill(studio);
  }

  static List<SmallStudio.Stop> pages() {
    return SmallStudio.PAGES;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nobodyIsShutOut(SmallStudio.Stop stop) {
    for (var look : LOOKS) {
      var settings =
          new Browser.NewContextOptions()
              .setLocale(look.language())
              .setColorScheme(look.scheme())
              .setViewportSize(look.width(), 900);
      try (var context = chromium.browser().newContext(settings)) {
        var page = context.newPage();
        stop.open(page, studio.at(""));
        assertThat(graveFaults(page)).as(look.toString()).isEmpty();
      }
    }
  }

  private static List<String> graveFaults(Page page) {
    // Legacy mode does without a second page for the result: ours have no frames.
    return new AxeBuilder(page)
        .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(AccessibilityTest::told)
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
}
