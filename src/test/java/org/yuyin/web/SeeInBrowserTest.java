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
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.dataset.DatasetInfo;
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

  private static final String PICTURE =
      "at => document.querySelectorAll('scatter-plot')[at].canvas.toDataURL()";

  private static @Nullable Playwright playwright;
  private static @Nullable Browser browser;
  private static long run;
  private static long other;

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
    var info = dataset();
    run = drawnRun(info, 1);
    other = drawnRun(info, -1);
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** Every row is the same ad. */
  private static DatasetInfo dataset() {
    var ad = studio.addAd("walk.mp4", "shoes", 2);
    var pairs = TestSnapshots.related(PAIRS, 3);
    var repository = new DatasetRepository(studio.postgres().pool());
    return new DatasetLibrary(studio.postgres().folder(), repository)
        .keep(
            new DatasetLibrary.Content(
                "seen",
                pairs.pairs(),
                pairs.features(),
                Optional.empty(),
                true,
                new JsonObject(),
                Collections.nCopies(PAIRS, ad)));
  }

  /**
   * A run whose picture of two heaps is stored: even rows are calm, odd ones loud.
   *
   * @param side of the loud ones: 1 right, -1 left
   */
  private static long drawnRun(DatasetInfo info, int side) {
    var pool = studio.postgres().pool();
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
      places[2 * i] = (i % 2 == 0 ? -10 : 10) * side + i / 40f;
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

  @Test
  void twoModelsSideBySideShareViewSelectionAndLegend() {
    try (var page = Objects.requireNonNull(browser).newPage()) {
      page.navigate(studio.at("/see?run=%d&other=%d&split=all".formatted(run, other)));
      page.waitForSelector(".plot:nth-child(1) scatter-plot[data-ready]");
      page.waitForSelector(".plot:nth-child(2) scatter-plot[data-ready]");
      assertThat(page.locator(".plot-head a").allTextContents())
          .containsExactly("yuyin #" + run, "yuyin #" + other);
      var before = painted(page, 1);
      assertThat(strong(before, 0, 0.5)).isPositive();
      assertThat(strong(before, 0.5, 1)).isPositive();

      select(page, 0, 0.5); // the calm ones, which stand right in the other picture
      assertThat(page.locator(".tray h2").textContent()).isEqualTo("20 selected");
      var selected = changed(page, 1, before);
      assertThat(strong(selected, 0, 0.5)).isZero();
      assertThat(strong(selected, 0.5, 1)).isPositive();

      page.locator("scatter-plot").first().focus();
      page.keyboard().press("+");
      var nearer = changed(page, 1, selected);

      page.locator(".legend [data-category=calm]").click();
      assertThat(strong(changed(page, 1, nearer), 0, 1)).isZero();
    }
  }

  @Test
  void withoutWebGlThePictureIsDrawnPlainly() {
    try (var context = Objects.requireNonNull(browser).newContext();
        var page = context.newPage()) {
      page.addInitScript(
          """
          const real = HTMLCanvasElement.prototype.getContext;
          HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
            return kind.startsWith('webgl') ? null : real.call(this, kind, ...more);
          };
          """);
      page.navigate(studio.at("/see?run=%d&split=all".formatted(run)));
      page.waitForSelector("scatter-plot[data-ready]");
      var before = painted(page, 0);
      assertThat(strong(before, 0, 0.5)).isPositive();
      assertThat(strong(before, 0.5, 1)).isPositive();

      select(page, 0, 0.5);
      assertThat(page.locator(".tray h2").textContent()).isEqualTo("20 selected");
      assertThat(strong(changed(page, 0, before), 0.5, 1)).isZero();
      assertSaved(page);
    }
  }

  @Test
  void pngIsWhatThePictureShows() {
    try (var page = Objects.requireNonNull(browser).newPage()) {
      page.navigate(studio.at("/see?run=%d&split=all".formatted(run)));
      page.waitForSelector("scatter-plot[data-ready]");
      painted(page, 0);
      assertSaved(page);
    }
  }

  /** The picture as a file has its size, an even ground, and points of both colours. */
  private static void assertSaved(Page page) {
    var file = page.waitForDownload(() -> page.getByText("PNG").click());
    assertThat(file.suggestedFilename()).matches("common-space-\\d+\\.png");
    var saved = read(file.path());
    var shown = picture(page, 0);
    assertThat(saved.getWidth()).isEqualTo(decoded(shown).getWidth());
    assertThat(saved.getHeight()).isEqualTo(decoded(shown).getHeight());
    var colours = new TreeSet<Integer>();
    for (int y = 0; y < saved.getHeight(); y++) {
      for (int x = 0; x < saved.getWidth(); x++) {
        colours.add(saved.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(2).allMatch(colour -> colour >>> 24 == 255);
  }

  private static BufferedImage read(Path file) {
    try {
      return ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a plot's canvas shows, as the address of a PNG. */
  private static String picture(Page page, int plot) {
    return (String) page.evaluate(PICTURE, plot);
  }

  /** The picture once there are points in it. */
  private static String painted(Page page, int plot) {
    page.waitForCondition(() -> strong(picture(page, plot), 0, 1) > 0);
    return picture(page, plot);
  }

  /** The picture once it is another. */
  private static String changed(Page page, int plot, String before) {
    page.waitForCondition(() -> !picture(page, plot).equals(before));
    return picture(page, plot);
  }

  private static BufferedImage decoded(String picture) {
    var png = Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many pixels of a vertical stripe belong to points that are not faded out. */
  private static int strong(String picture, double from, double to) {
    var image = decoded(picture);
    int strong = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = (int) (from * image.getWidth()); x < (int) (to * image.getWidth()); x++) {
        strong += image.getRGB(x, y) >>> 24 > 150 ? 1 : 0;
      }
    }
    return strong;
  }

  private static void selectEverything(Page page) {
    select(page, 0, 1);
  }

  /** Draws a line around a vertical stripe of the first picture. */
  private static void select(Page page, double from, double to) {
    var box = page.locator("scatter-plot").first().boundingBox();
    double left = box.x + from * box.width + 2;
    double right = box.x + to * box.width - 2;
    page.keyboard().down("Shift");
    page.mouse().move(left, box.y + 2);
    page.mouse().down();
    page.mouse().move(right, box.y + 2);
    page.mouse().move(right, box.y + box.height - 2);
    page.mouse().move(left, box.y + box.height - 2);
    page.mouse().up();
    page.keyboard().up("Shift");
  }
}
