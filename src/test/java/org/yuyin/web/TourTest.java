package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.BrowserExtension;

/**
 * Goes through every page, as docs/tour.md does, and leaves its pictures in target/tour. With
 * {@code -Dtour.studio=http://localhost:8080} it shows a studio that runs there, such as the demo.
 */
class TourTest {
  @RegisterExtension static final BrowserExtension chromium = new BrowserExtension();
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final Path PICTURES = Path.of("target/tour");
  private static final long LARGEST = 150_000;
  private static final Path TOUR = Path.of("docs/tour.md");

  @BeforeAll
  static void fill() throws IOException {
    SmallStudio.fill(studio);
    Files.createDirectories(PICTURES);
  }

  @Test
  void everyPageShowsItselfWithoutAnError() {
    var complaints = new ArrayList<String>();
    var settings = new Browser.NewContextOptions().setViewportSize(1200, 800);
    try (var context = chromium.browser().newContext(settings)) {
      var page = context.newPage();
      page.onPageError(complaints::add);
      for (var stop : SmallStudio.PAGES) {
        visit(page, stop);
      }
    }
    assertThat(complaints).isEmpty();
  }

  private static void visit(Page page, SmallStudio.Stop stop) {
    stop.open(page, System.getProperty("tour.studio", studio.at("")));
    page.waitForLoadState(LoadState.NETWORKIDLE); // pictures and pieces that come later
    assertThat(page.locator("h1").textContent()).isNotBlank();
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(stop.name() + ".png")));
  }

  @Test
  void tourShowsEveryPage() throws IOException {
    var tour = Files.readString(TOUR);
    for (var stop : SmallStudio.PAGES) {
      if (stop.name().equals("problem")) {
        continue;
      }
      var picture = "tour/%s.png".formatted(stop.name());
      assertThat(tour).as("what docs/tour.md shows").contains(picture);
      assertThat(TOUR.resolveSibling(picture)).as("taken by scripts/tour").isRegularFile();
      assertThat(Files.size(TOUR.resolveSibling(picture))).as(picture).isLessThan(LARGEST);
    }
  }
}
