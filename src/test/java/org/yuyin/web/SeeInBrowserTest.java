package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.evaluation.projection.PointSet;
import org.yuyin.evaluation.projection.ProjectionKind;
import org.yuyin.evaluation.projection.ProjectionRepository;
import org.yuyin.evaluation.projection.ProjectionRequest;
import org.yuyin.model.TestSnapshots;

/** A common space as a person looks at it, in a real Chromium. */
class SeeInBrowserTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final List<Path> CHROMIUMS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
  private static final int PAIRS = 40;

  private static @Nullable Playwright playwright;
  private static @Nullable Browser browser;
  private static long run;

  @BeforeAll
  static void start() {
    var chromium = CHROMIUMS.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(chromium.isPresent(), "no Chromium here: apt-get install chromium");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(List.of("--no-sandbox", "--mute-audio")));
    run = drawnRun();
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** A run whose picture of two heaps is stored; every row is the same ad. */
  private static long drawnRun() {
    var ad = studio.addAd("walk.mp4", "shoes", 2);
    var pairs = TestSnapshots.related(PAIRS, 3);
    var pool = studio.postgres().pool();
    var info =
        new DatasetLibrary(studio.postgres().folder(), new DatasetRepository(pool))
            .keep(
                new DatasetLibrary.Content(
                    "seen",
                    pairs.pairs(),
                    pairs.features(),
                    Optional.empty(),
                    true,
                    new JsonObject(),
                    Collections.nCopies(PAIRS, ad)));
    long id =
        studio.run(
            """
            INSERT INTO run (dataset_id, method, settings, seed, state, code_version)
            VALUES ($1, 'yuyin', '{}', 5, 'finished', 'v') RETURNING id
            """,
            Tuple.of(info.id()));
    var places = new float[2 * PAIRS];
    var rows = new int[PAIRS];
    var sides = new byte[PAIRS];
    var categories = new short[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      places[2 * i] = (i % 2 == 0 ? -10 : 10) + i / 40f;
      places[2 * i + 1] = i / 10f;
      rows[i] = i;
      sides[i] = PointSet.MUSIC;
      categories[i] = (short) (i % 2);
    }
    var summary =
        JsonObject.of(
            "categories",
            new JsonArray(List.of("calm", "loud")),
            "points",
            PAIRS,
            "available",
            PAIRS,
            "laidOut",
            PAIRS,
            "silhouetteSeen",
            0.9,
            "neighboursSeen",
            1.0,
            "silhouette",
            0.5,
            "neighbours",
            0.8);
    var request = new ProjectionRequest(id, Optional.empty(), ProjectionKind.MUSIC, 2_000);
    new ProjectionRepository(pool)
        .save(pool, request, info.id(), new PointSet(places, rows, sides, categories), summary)
        .await();
    return id;
  }

  @Test
  void legendFiltersAndASelectionOpensTheTray() {
    var complaints = new ArrayList<String>();
    try (var page = Objects.requireNonNull(browser).newPage()) {
      page.onPageError(complaints::add);
      page.navigate(studio.at("/see?run=%d&split=all".formatted(run)));
      page.waitForSelector("scatter-plot[data-ready]");
      assertThat(page.locator(".legend [data-category]").allTextContents())
          .containsExactly("calm 20", "loud 20");
      assertThat(page.locator(".numbers").textContent()).contains("0.900", "80 %");

      selectEverything(page);
      assertThat(page.locator(".tray h2").textContent()).isEqualTo("40 selected");
      page.waitForSelector(".tray-list li");
      assertThat(page.locator(".tray-list li").count()).isEqualTo(PAIRS);
      assertThat(page.locator(".tray-list a").first().getAttribute("href")).contains("/recommend/");

      page.locator(".legend [data-category=loud]").click();
      assertThat(page.locator(".legend [data-category=loud]").getAttribute("aria-pressed"))
          .isEqualTo("false");
      selectEverything(page);
      assertThat(page.locator(".tray h2").textContent()).isEqualTo("20 selected");

      page.keyboard().press("Escape");
      assertThat(page.locator(".tray").isVisible()).isFalse();
    }
    assertThat(complaints).isEmpty();
  }

  /** Draws a line around the whole picture. */
  private static void selectEverything(Page page) {
    var box = page.locator("scatter-plot").boundingBox();
    page.keyboard().down("Shift");
    page.mouse().move(box.x + 2, box.y + 2);
    page.mouse().down();
    page.mouse().move(box.x + box.width - 2, box.y + 2);
    page.mouse().move(box.x + box.width - 2, box.y + box.height - 2);
    page.mouse().move(box.x + 2, box.y + box.height - 2);
    page.mouse().up();
    page.keyboard().up("Shift");
  }
}
