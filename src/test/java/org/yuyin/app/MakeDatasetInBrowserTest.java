package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.BrowserExtension;
import org.yuyin.media.TestClips;
import org.yuyin.storage.PostgresExtension;

/** From ads in the catalogue to a dataset that can be trained on, by the form of the page. */
class MakeDatasetInBrowserTest {
  @RegisterExtension static final BrowserExtension BROWSER = new BrowserExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final int ADS = 4;

  private static Served server;
  private static String address;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    var ads = Files.createDirectory(folder.resolve("food"));
    for (int ad = 1; ad <= ADS; ad++) {
      TestClips.musicVideo(ads.resolve(ad + ".mp4"), 180 + 20 * ad, 4);
    }
    var run = Run.on(POSTGRES, "ingest", folder.toString(), "--name", "shop");
    assertThat(run.exitCode()).as(run.err()).isZero();
    server = Served.on(POSTGRES);
    address = server.address();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void datasetIsMadeAndLeadsToTraining() {
    var page = BROWSER.newPage();
    page.navigate(address + "/data");
    assertThat(page.inputValue("#name")).isEqualTo("shop");
    page.fill("#name", "a b");
    page.click("#dataset-form button[type=submit]");
    page.waitForSelector("#dataset-problem .notice");
    assertThat(page.textContent("#dataset-problem")).contains("no name for a dataset");
    BROWSER.forgive("422");

    page.fill("#name", "first");
    page.selectOption("#video", "colour-motion");
    page.click("#dataset-form button[type=submit]");
    BrowserExtension.await(page, "!!document.querySelector('.queue a[href=\"/data/first@1\"]')");
    page.click("table a[href='/data/first@1']");
    page.waitForURL("**/data/first@1");
    assertThat(page.textContent("#page"))
        .contains("colour-motion", "shop", "weaker than the paper");
    page.click(".page-actions a.primary");
    page.waitForURL("**/train?dataset=*");
    assertThat(page.inputValue("select[name=dataset]")).isEqualTo("first@1");
  }

  @Test
  void adsThatCannotBeUsedAreSaidWithTheWayToMendIt() {
    var page = BROWSER.newPage();
    page.navigate(address + "/data");
    page.evaluate("document.querySelector('#collection option').value = 'nobody'");
    page.fill("#name", "none");
    page.click("#dataset-form button[type=submit]");
    BrowserExtension.await(page, "!!document.querySelector('.queue .notice.bad')");
    assertThat(page.textContent(".queue .notice.bad"))
        .contains("collection \"nobody\" has no ad", "ingest");
  }
}
