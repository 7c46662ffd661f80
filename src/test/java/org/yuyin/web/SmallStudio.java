package org.yuyin.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** A studio that holds a little of everything, so that none of its pages is empty. */
final class SmallStudio {
  private static final int EPOCHS = 12;

  /**
   * Every kind of page with an address in a {@link #fill filled} studio; a new page adds a line.
   */
  static final List<Stop> PAGES =
      List.of(
          new Stop("home", "/", ".bars"),
          new Stop("recommend", "/recommend", ".ad"),
          new Stop("recommend-ad", "/recommend/1", ".candidate wave-form path"),
          new Stop("ads", "/ads", ".ad"),
          new Stop("ad", "/ads/1", ".facts-list"),
          new Stop("music", "/music", ".track-row"),
          new Stop("music-add", "/music/add", ".drop-area"),
          new Stop("track", "/music/1", ".track-sound wave-form path"),
          new Stop("data", "/data", "#dataset-form"),
          new Stop("dataset", "/data/toys@3", ".bars"),
          new Stop("categories", "/categories", ".bars"),
          new Stop("train", "/train", "#train-form"),
          new Stop("runs", "/runs", ".runs"),
          new Stop("run", "/runs/1", "canvas"),
          new Stop("jobs", "/jobs", ".table, .empty"),
          new Stop("api", "/api", ".api-operation"),
          new Stop("compare", "/compare?runs=1,2", "table"),
          new Stop("tables", "/tables", "form"),
          new Stop("see", "/see", ".plot"),
          new Stop("review", "/review", "form"),
          new Stop("review-item", "/review/1", ".verdict"),
          new Stop("review-results", "/review/1/results", "h2"),
          new Stop("setup", "/setup", ".account-form"),
          new Stop("problem", "/nothing", ".empty"));

  private SmallStudio() {}

  /**
   * A page.
   *
   * @param name of the kind of page
   * @param address of one of its kind
   * @param ready selector of what is there once the page is complete
   */
  record Stop(String name, String address, String ready) {
    /** Shows it as a studio has it, complete. */
    void open(Page page, String studio) {
      page.context().addCookies(List.of(new Cookie("reviewer", "Ann").setUrl(studio)));
      page.navigate(studio + address);
      try {
        await(page, 10_000);
      } catch (TimeoutError e) {
        page.reload(); // it came while something was still being prepared
        await(page, 30_000);
      }
    }

    private void await(Page page, double milliseconds) {
      page.waitForSelector(
          ready,
          new Page.WaitForSelectorOptions()
              .setState(WaitForSelectorState.ATTACHED)
              .setTimeout(milliseconds));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Adds ads, an upload and trainings to an empty studio. */
  static void fill(StudioFixture studio) {
    studio.addAd("morning-run.mp4", "sport shoes", 6);
    studio.addAd("swim-a-long-name-that-does-not-fit-into-its-card-at-all.mp4", "sport", 5);
    studio.addAd("cream.mp4", "skin care", 4);
    studio.addExcluded("interview.mp4", "speech_only", "2 % music");
    upload(studio);
    Http.post(
        studio.at("/api/v1/review"),
        HttpRequest.BodyPublishers.ofString(
            "kind=recommendation&name=Does+it+fit&ads=3&per_ad=1&reviewers=1&gold=0&order=random"),
        "Content-Type",
        "application/x-www-form-urlencoded");

    var runs = new TestRuns(studio);
    long finished = runs.add("finished", Map.of("alpha", "0.25"));
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      runs.addEpoch(finished, epoch);
    }
    studio.run("UPDATE run SET best_epoch = 9, best_loss = 1.25 WHERE id = $1", Tuple.of(finished));
    runs.evaluate(finished, 0.31, 0.034);
    studio.run("INSERT INTO serving (run_id) VALUES ($1)", Tuple.of(finished));
    runs.add("running", Map.of());
    long failed = runs.add("failed", Map.of());
    studio.run("UPDATE run SET error = 'the disk is full' WHERE id = $1", Tuple.of(failed));
  }

  private static void upload(StudioFixture studio) {
    try {
      Http.post(
          studio.at("/api/v1/ads?name=asked.mp4"), Files.readAllBytes(studio.clip("asked.mp4", 2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
