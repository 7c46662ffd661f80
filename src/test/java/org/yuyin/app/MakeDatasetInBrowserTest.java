package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.BrowserExtension;
import org.yuyin.ChildJvm;
import org.yuyin.media.TestClips;
import org.yuyin.storage.PostgresExtension;

/** From ads in the catalogue to a dataset that can be trained on, by the form of the page. */
class MakeDatasetInBrowserTest {
  @RegisterExtension static final BrowserExtension BROWSER = new BrowserExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");
  private static final int ADS = 4;

  private static ChildJvm server;
  private static String address;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    var ads = Files.createDirectory(folder.resolve("food"));
    for (int ad = 1; ad <= ADS; ad++) {
      TestClips.make(
          ads.resolve(ad + ".mp4"),
          "-f",
          "lavfi",
          "-i",
          "testsrc2=size=160x90:rate=10:duration=4",
          "-f",
          "lavfi",
          "-i",
          TestClips.chords(180 + 20 * ad, 4),
          "-c:v",
          "libopenh264",
          "-pix_fmt",
          "yuv420p",
          "-c:a",
          "aac");
    }
    var run = Run.on(POSTGRES, "ingest", folder.toString(), "--name", "shop");
    assertThat(run.exitCode()).as(run.err()).isZero();
    server =
        ChildJvm.start(
            Main.class,
            "serve",
            "--port",
            "0",
            "--data",
            POSTGRES.folder().root().toString(),
            "--database-url",
            POSTGRES.url());
    server.awaitText("(Ctrl-C stops it)");
    var found = ADDRESS.matcher(server.said());
    assertThat(found.find()).isTrue();
    address = "http://127.0.0.1:" + found.group(1);
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
