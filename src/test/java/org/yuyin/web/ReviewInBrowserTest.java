package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.review.StubProposals;

/** The review pages as people use them, in a real Chromium. */
class ReviewInBrowserTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int ADS = 5;

  private static @Nullable Playwright playwright;
  private static @Nullable Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private Page page;
  private boolean nothingArrives;

  @BeforeAll
  static void start() {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium here: apt-get install chromium");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--mute-audio")));
    studio.proposeWith(new StubProposals(4));
    for (int ad = 0; ad < ADS; ad++) {
      studio.addAd("ad-" + ad + ".mp4", ad % 2 == 0 ? "shoes" : "tea", 1 + ad / 2.0);
    }
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    page = Objects.requireNonNull(browser).newPage();
    // From the start: a request sent right after a route is made may still slip past it.
    page.route(
        "**/decision",
        route -> {
          if (nothingArrives) {
            route.abort();
          } else {
            route.resume();
          }
        });
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void theBrowserHadNothingToComplainOf() {
    page.close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void twentyItemsByKeyboardWithUndoReloadAndARefusedAnswer() {
    callMyself("Ann");
    page.fill("#name", "Twenty");
    page.fill("#ads", String.valueOf(ADS));
    page.fill("#per_ad", "4");
    page.click(".review-new button[type=submit]");
    page.waitForURL("**/review/*");
    page.waitForSelector("review-desk .review-item"); // the queue may still be prepared
    awaitDone(0, 20);

    for (int done = 0; done < 20; done++) {
      page.keyboard().press("4");
      if (done == 3) {
        page.keyboard().press("/");
        page.keyboard().type("a bit loud");
        page.keyboard().press("Enter");
      }
      if (done == 10) {
        var shown = item();
        page.reload();
        awaitDone(10, 20);
        assertThat(item()).isEqualTo(shown);
      }
      if (done == 15) {
        whileNothingArrives(() -> page.keyboard().press("a"));
        page.getByText("Try again").click();
      } else {
        page.keyboard().press(done % 3 == 0 ? "r" : "a");
      }
      awaitDone(done + 1, 20);
      if (done == 3) {
        page.keyboard().press("z");
        awaitDone(3, 20);
        assertThat(page.inputValue("#comment")).isEqualTo("a bit loud");
        assertThat(page.isChecked("input[name=rating][value='4']")).isTrue();
        page.keyboard().press("r");
        awaitDone(4, 20);
      }
    }
    assertThat(page.textContent(".review-pause")).contains("Everything here is judged.");

    page.getByText("See the results").click();
    page.waitForURL("**/results");
    var csv =
        Http.text(
            Http.get(
                page.url()
                    .replace("/review/", "/api/v1/review/")
                    .replace("/results", "/decisions?format=csv")));
    assertThat(csv.lines()).hasSize(21);
    assertThat(csv).contains("reject,4,,a bit loud,");
    takeIn(csv);
    assertThat(page.textContent("main")).contains("Imported: 0 new, 0 changed, 20 as they were.");
    takeIn(csv.replaceFirst(",accept,4", ",unsure,4"));
    assertThat(page.textContent("main")).contains("Imported: 0 new, 1 changed, 19 as they were.");
  }

  @Test
  void blindComparisonScoresWhatIsPreferred() {
    make("kind=preference&name=Blind&ads=5&reviewers=1&option=run:1&option=run:2");
    callMyself("Ann");
    openQueue("Blind");
    awaitDone(0, ADS);
    for (int done = 0; done < ADS; done++) {
      assertThat(page.content()).doesNotContain("run:1");
      // The second run always proposes track 2; the sides are drawn.
      boolean left =
          page.locator("input[name=candidate]").first().getAttribute("data-audio").contains("/2/");
      page.keyboard().press("2");
      page.keyboard().press(left ? "a" : "b");
      awaitDone(done + 1, ADS);
    }
    page.getByText("See the results").click();
    page.waitForURL("**/results");
    // Five wins and half a win each way: 5.5 of 6.
    assertThat(page.locator("main tbody tr").first().textContent()).contains("Run 2", "92 %");
  }

  @Test
  void twoReviewersLabelCategoriesAndTheirKappaIsOnTheScreen() {
    make("kind=category&name=Labels&ads=5&reviewers=2&order=uncertain");
    label("Ann", "1", "1", "1", "2", "2");
    label("Bo", "1", "1", "1", "1", "2");
    page.getByText("See the results").click();
    page.waitForURL("**/results");
    // 4 of 5 alike; 0.6 * 0.8 + 0.4 * 0.2 = 0.56 by chance: 0.24 / 0.44.
    assertThat(page.textContent("[data-part=kappa]")).isEqualTo("0.55");
    assertThat(page.textContent("main")).contains("1 conflicting");
  }

  @Test
  void keysCanBeExchanged() {
    make("kind=music&name=Keys&ads=5");
    callMyself("Ann");
    openQueue("Keys");
    awaitDone(0, ADS);
    page.click("[data-part=change-keys]");
    page.locator("dialog li:has-text('Music') button").first().click();
    page.keyboard().press("x");
    page.click("[data-part=close-keys]");
    assertThat(page.textContent("[data-action=music] kbd")).isEqualTo("X");
    page.keyboard().press("x");
    awaitDone(1, ADS);
  }

  // ---------- shorthand ----------

  private void label(String reviewer, String... keys) {
    callMyself(reviewer);
    openQueue("Labels");
    for (int done = 0; done < keys.length; done++) {
      awaitMine(done);
      page.keyboard().press(keys[done]);
    }
    awaitMine(keys.length);
  }

  private void callMyself(String name) {
    page.navigate(studio.at("/review"));
    page.fill("#reviewer-name", name);
    page.click(".review-name button");
    page.waitForLoadState();
    assertThat(page.inputValue("#reviewer-name")).isEqualTo(name);
  }

  private void openQueue(String name) {
    page.locator("th a").getByText(name).click();
    page.waitForURL("**/review/*");
    page.waitForSelector("review-desk .review-item");
  }

  private static void make(String form) {
    // Music is only judged where some was measured.
    studio.run("UPDATE media_file SET audio_codec = 'aac'", io.vertx.sqlclient.Tuple.tuple());
    studio.run("UPDATE ad SET music_share = 0.4", io.vertx.sqlclient.Tuple.tuple());
    var answer =
        Http.post(
            studio.at("/api/v1/review"),
            form.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(200);
  }

  private void takeIn(String csv) {
    page.setInputFiles(
        "#import-file",
        new com.microsoft.playwright.options.FilePayload(
            "decisions.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    page.click(".review-import button");
    page.waitForSelector("main [role=status]");
    page.waitForLoadState();
  }

  /** The server cannot be reached while that is done; the item stays and says so. */
  private void whileNothingArrives(Runnable work) {
    var shown = item();
    nothingArrives = true;
    work.run();
    page.waitForSelector("[data-part=failure] .notice");
    assertThat(item()).isEqualTo(shown);
    nothingArrives = false;
    complaints.removeIf(line -> line.contains("ERR_FAILED"));
  }

  private String item() {
    return page.getAttribute("[data-part=form]", "action");
  }

  private void awaitDone(int done, int all) {
    await(".review-line", "%d of %d done".formatted(done, all));
  }

  private void awaitMine(int mine) {
    await(".review-line", "%d by you".formatted(mine));
  }

  private void await(String selector, String text) {
    page.locator("review-desk:not(.busy) " + selector + ":has-text('" + text + "')").waitFor();
  }
}
