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

  /** What else a theme could break. */
  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  /**
   * A way to look at a page.
   *
   * @param width of the screen, in pixels
   */
  private record Look(String language, int width) {}

  /** Each language and width once; all of them together find no more. */
  private static final List<Look> LOOKS = List.of(new Look("en", 1440), new Look("zh", 390));

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
              .setColorScheme(ColorScheme.LIGHT)
              .setViewportSize(look.width(), 900);
      try (var context = chromium.browser().newContext(settings)) {
        var page = context.newPage();
        stop.open(page, studio.at(""));
        assertThat(graveFaults(axe(page).withTags(RULES))).as(look.toString()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(graveFaults(axe(page).withRules(OF_COLOURS))).as("%s, dark", look).isEmpty();
      }
    }
  }

  private static AxeBuilder axe(Page page) {
    // Legacy mode does without a second page for the result: ours have no frames.
    return new AxeBuilder(page).setLegacyMode(true);
  }

  private static List<String> graveFaults(AxeBuilder axe) {
    return axe.analyze().getViolations().stream()
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
