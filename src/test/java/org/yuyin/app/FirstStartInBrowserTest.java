package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.BrowserExtension;
import org.yuyin.media.TestClips;
import org.yuyin.storage.PostgresExtension;

/** From an empty installation to music for an ad, all in the browser. */
class FirstStartInBrowserTest {
  @RegisterExtension static final BrowserExtension BROWSER = new BrowserExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration AT_MOST = Duration.ofMinutes(8);

  @TempDir private Path folder;

  @Test
  void oneClickMakesTheDemoWhoseModelThenRanksMusicForADroppedAd() throws Exception {
    try (var server = Served.on(POSTGRES, NoNpm.path(folder))) {
      var page = BROWSER.newPage();
      page.navigate(server.address());
      // The fewest ads that may be asked for: the size itself has tests of its own.
      page.evaluate("document.querySelector('#ads').add(new Option('24', '24', true, true))");
      page.click(".demo-start button");
      page.waitForSelector("#demo form[action$='/stop']");
      page.reload();
      page.waitForSelector("#demo form[action$='/stop']");
      awaitModel(page, server.address());

      page.navigate(server.address() + "/recommend");
      page.setInputFiles(
          "input[type=file]", TestClips.musicVideo(folder.resolve("mine.mp4"), 300, 6));
      page.waitForURL("**/recommend/*");
      page.waitForSelector("input[name=candidate]");
      assertThat(page.locator("input[name=candidate]").count()).isGreaterThan(3);
      page.navigate("about:blank"); // before the server goes from under it
    }
  }

  /** Until the first page names the model that recommends: its training has ended. */
  private static void awaitModel(Page page, String address) {
    long end = System.nanoTime() + AT_MOST.toNanos();
    do {
      assertThat(System.nanoTime()).as("no model in " + AT_MOST).isLessThan(end);
      page.waitForTimeout(1000);
      page.navigate(address);
    } while (page.locator(".next a[href^='/runs/']").count() == 0);
  }
}
