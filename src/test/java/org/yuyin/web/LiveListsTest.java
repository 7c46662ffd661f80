package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.BrowserExtension;

/** Parts of pages that ask for themselves anew while something runs. */
class LiveListsTest {
  @RegisterExtension static final BrowserExtension BROWSER = new BrowserExtension();
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  @BeforeAll
  static void fill() {
    SmallStudio.fill(studio);
  }

  @ParameterizedTest
  @CsvSource({
    "/,      '#running a[href^=\"/runs/\"]', **/runs/*",
    "/,      '#running .next a',             **/train",
    "/runs,  '#runs td a, #runs th[scope=row] a', **/runs/*",
    "/train, '#queue .queue-head a',         **/runs/*",
    "/train, '#queue > p a',                 **/runs",
  })
  void theirLinksLeadToWholePages(String path, String link, String address) {
    var page = BROWSER.newPage();
    page.navigate(studio.at(path));
    var title = page.textContent("h1");
    page.locator(link).first().click();
    page.waitForURL(address);
    BrowserExtension.await(
        page, "document.querySelector('h1')?.textContent !== '%s'".formatted(title));
    assertThat(page.locator("#page").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"/, #running", "/runs, #runs", "/train, #queue"})
  void theyAreReplacedWhileTheRestOfThePageStays(String path, String part) {
    var page = BROWSER.newPage();
    page.navigate(studio.at(path));
    page.evaluate("document.querySelector('h1').dataset.old = 'yes'");
    page.evaluate("document.querySelector('%s').dataset.old = 'yes'".formatted(part));
    BrowserExtension.await(
        page, "document.querySelector('%s')?.dataset.old === undefined".formatted(part));
    assertThat(page.locator(part).count()).isEqualTo(1);
    assertThat(page.locator("h1[data-old]").count()).isEqualTo(1);
  }
}
