package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.BrowserExtension;

/** What axe-core finds on the pages by the rules of WCAG 2.2 AA. */
class AccessibilityTest {
  @RegisterExtension static final BrowserExtension chromium = new BrowserExtension();
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  /** Languages differ in little but the words, so Chinese is looked at on the phone alone. */
  private static final Map<String, List<Integer>> WIDTHS =
      Map.of("en", List.of(1440, 390), "zh", List.of(390));

  @BeforeAll
  static void fill() {
    SmallStudio.fill(studio);
  }

  static Stream<Arguments> pagesAndLanguages() {
    return SmallStudio.PAGES.stream()
        .flatMap(page -> WIDTHS.keySet().stream().map(language -> Arguments.of(page, language)));
  }

  @ParameterizedTest
  @MethodSource("pagesAndLanguages")
  void nobodyIsShutOut(SmallStudio.Stop stop, String language) {
    var settings = new Browser.NewContextOptions().setLocale(language);
    try (var context = chromium.browser().newContext(settings)) {
      var page = context.newPage();
      stop.open(page, studio.at(""));
      for (int width : WIDTHS.getOrDefault(language, List.of())) {
        page.setViewportSize(width, 900);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
          assertThat(graveFaults(page)).as("%d px, %s", width, scheme).isEmpty();
        }
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
