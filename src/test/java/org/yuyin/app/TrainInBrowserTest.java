package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.BrowserExtension;
import org.yuyin.storage.PostgresExtension;

/** From the form to the model in service, with the server killed on the way. */
class TrainInBrowserTest {
  @RegisterExtension static final BrowserExtension BROWSER = new BrowserExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Served server;
  private static String address;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    TinyDataset.importInto(POSTGRES, folder);
    server = Served.on(POSTGRES);
    address = server.address();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void aTrainingIsStartedWatchedStoppedResumedAndPutIntoService() {
    var page = BROWSER.newPage();
    page.navigate(address + "/train");
    fillSmall(page);
    page.fill("input[name='set.alpha']", "0.2");
    page.fill("input[name='set.epochs']", "4000");
    page.click("button[type=submit].primary");
    page.waitForURL("**/runs/*");
    BrowserExtension.await(page, stateIs("running"));
    BrowserExtension.await(page, "!!document.querySelector('run-curves canvas')");

    long asked = System.nanoTime();
    page.click("form[action$='/stop'] button");
    BrowserExtension.await(page, stateIs("cancelled"));
    System.out.printf("stopped after %.1f s%n", (System.nanoTime() - asked) / 1e9);

    page.reload();
    page.click("form[action$='/resume'] button");
    BrowserExtension.await(page, stateIs("running"));
    page.click("form[action$='/stop'] button");
    BrowserExtension.await(page, stateIs("cancelled"));

    page.navigate(address + "/train");
    fillSmall(page);
    page.fill("input[name='set.epochs']", "2");
    page.click("button[type=submit].primary");
    page.waitForURL("**/runs/*");
    BrowserExtension.await(page, stateIs("finished"));
    page.click("form[action$='/service'] button");
    page.waitForSelector(".page-actions .mark.live");
  }

  @Test
  void aWrongSettingIsSaidBesideTheFormWhichKeepsWhatWasTyped() {
    var page = BROWSER.newPage();
    page.navigate(address + "/train?method=cca");
    page.navigate(address + "/train");
    page.evaluate("document.querySelector('form#train-form').noValidate = true");
    page.fill("input[name='set.alpha']", "-1");
    page.click("button[type=submit].primary");
    page.waitForSelector("#train-problem .notice");
    assertThat(page.textContent("#train-problem")).contains("setting alpha must lie between");
    assertThat(page.inputValue("input[name='set.alpha']")).isEqualTo("-1");
    BROWSER.forgive("422");
  }

  @Test
  void aRunWhoseServerWasKilledWaitsForTheNextOneAndDoesNotLookAsIfItRan() throws Exception {
    var page = BROWSER.newPage();
    page.navigate(address + "/train");
    fillSmall(page);
    page.fill("input[name='set.epochs']", "90000");
    page.click("button[type=submit].primary");
    page.waitForURL("**/runs/*");
    BrowserExtension.await(page, stateIs("running"));
    var run = page.url().substring(page.url().lastIndexOf('/'));
    server.process().kill();
    page.close();
    server = Served.on(POSTGRES);
    address = server.address();

    var again = BROWSER.newPage();
    for (int round = 0; round < 60; round++) {
      again.navigate(address + "/runs" + run);
      if (Boolean.TRUE.equals(again.evaluate(stateIs("queued")))) {
        break;
      }
      again.waitForTimeout(1000);
    }
    assertThat(again.evaluate(stateIs("queued"))).isEqualTo(true);
    again.click("form[action$='/stop'] button");
    BrowserExtension.await(again, stateIs("cancelled"));
    BROWSER.forgive("ERR_"); // the first page lost its server
  }

  private static void fillSmall(Page page) {
    page.fill("input[name='set.embedding']", "24");
    page.fill("input[name='set.hidden']", "16");
    page.fill("input[name='set.width']", "8");
    page.fill("input[name='set.batch']", "20");
  }

  private static String stateIs(String state) {
    return "document.querySelector('[data-state]')?.dataset.state === '%s'".formatted(state);
  }
}
