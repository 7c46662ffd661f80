package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.BrowserExtension;

/** The recommend page as a person uses it, in a real Chromium. */
class RecommendInBrowserTest {
  @RegisterExtension static final BrowserExtension browser = new BrowserExtension();
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  // Sounds are no elements of the page, so they are noted as they are made.
  private static final String NOTE_SOUNDS =
      """
      window.sounds = [];
      window.Audio = class extends window.Audio {
        constructor(...given) { super(...given); window.sounds.push(this); }
      };
      """;

  private Page page;

  @BeforeAll
  static void addAds() {
    studio.addAd("walk.mp4", "shoes", 6);
    studio.addAd("swim.mp4", "sport", 5);
    studio.addAd("cream.mp4", "care", 4);
  }

  @BeforeEach
  void open() {
    page = browser.newPage();
    page.addInitScript(NOTE_SOUNDS);
  }

  @Test
  void droppedAdPlaysOnWhileItsMusicIsFoundAndChanged() {
    page.navigate(studio.at("/recommend"));
    page.locator("main").click(); // a person has touched the page, so sound may start
    page.setInputFiles("input[type=file]", studio.clip("dropped.mp4", 8));
    page.waitForURL("**/recommend/*");
    page.waitForSelector("input[name=candidate]");
    assertThat(page.locator("input[name=candidate]").count()).isEqualTo(3);
    assertThat(page.locator("[data-part=ready]").textContent()).endsWith("s from drop to music");
    // Still the sender's own copy: the picture was never interrupted.
    assertThat(page.locator("video").getAttribute("src")).startsWith("blob:");

    awaitSoundOf(0);
    page.keyboard().press("ArrowDown");
    awaitSoundOf(1);
    page.keyboard().press("ArrowDown");
    awaitSoundOf(2);
    page.keyboard().press("ArrowUp");
    awaitSoundOf(1);
  }

  @Test
  void originalAndCandidateNeverSoundTogether() {
    page.navigate(studio.at("/recommend/1"));
    page.waitForSelector("input[name=candidate]");
    page.locator("[data-part=play]").first().click();
    awaitSoundOf(0);
    page.keyboard().press("o");
    await("!document.querySelector('video').muted && sounds.every(sound => sound.paused)");
    page.keyboard().press("o");
    awaitSoundOf(0);
    page.keyboard().press(" ");
    await("document.querySelector('video').paused && sounds.every(sound => sound.paused)");
  }

  @Test
  void refusedFileIsExplainedAndThePlaceToDropIsBack() throws Exception {
    var text = Files.writeString(studio.clip("x.mp4", 1).resolveSibling("fake.mp4"), "no video");
    page.navigate(studio.at("/recommend"));
    page.setInputFiles("input[type=file]", text);
    page.waitForSelector("[data-part=failure]:not([hidden])");
    assertThat(page.locator("[data-part=reason]").textContent()).startsWith("fake.mp4: ");
    assertThat(page.locator("[data-part=area]").isVisible()).isTrue();
    browser.forgive("422"); // the browser's own note of the answer
  }

  @Test
  void musicInThePlayerGoesOnFromPageToPage() {
    page.navigate(studio.at("/ads"));
    page.locator("[data-track]").first().click();
    await("sounds.some(sound => !sound.paused && sound.currentTime > 0)");
    page.locator(".rail a[href='/runs']").click();
    page.waitForURL("**/runs");
    assertThat(page.locator("h1").textContent()).isEqualTo("Runs");
    assertThat(page.locator(".rail [aria-current]").textContent().strip()).isEqualTo("Runs");
    assertThat(page.locator("track-player").isVisible()).isTrue();
    await("sounds.some(sound => !sound.paused && sound.currentTime > 0.3)");
    page.goBack();
    await("document.querySelector('h1').textContent === 'Ads'");
    page.locator("[aria-label='Close the player']").click();
    await("sounds.every(sound => sound.paused)");
  }

  @Test
  void musicPlaysOnWhileThePageTurnsDark() {
    page.navigate(studio.at("/ads"));
    page.locator("[data-track]").first().click();
    await("sounds.some(sound => !sound.paused && sound.currentTime > 0)");
    var ground = "getComputedStyle(document.body).backgroundColor";
    var light = page.evaluate(ground);
    page.evaluate("document.querySelector('h1').dataset.old = 'yes'");
    page.locator(".rail [value=dark]").click();
    await("document.querySelector('.rail [value=dark]').ariaPressed === 'true'");
    assertThat(page.evaluate(ground)).isNotEqualTo(light);
    var scheme = "getComputedStyle(document.documentElement).colorScheme";
    assertThat(page.evaluate(scheme)).isEqualTo("dark");
    assertThat(page.locator("h1[data-old]").count()).as("the same page").isEqualTo(1);
    await("sounds.some(sound => !sound.paused && sound.currentTime > 0.3)");
    page.reload();
    assertThat(page.evaluate(scheme)).as("the choice is kept").isEqualTo("dark");
  }

  @Test
  void curvesTakeTheColoursOfTheThemeThatIsChosen() {
    var runs = new TestRuns(studio);
    long run = runs.add("finished", Map.of());
    runs.addEpoch(run, 1);
    page.navigate(studio.at("/runs/" + run));
    var colour = "Chart.getChart(document.querySelector('canvas')).data.datasets[1].borderColor";
    await("document.querySelector('canvas') !== null");
    var light = page.evaluate(colour);
    page.locator(".rail [value=dark]").click();
    await(
        "%s === getComputedStyle(document.body).getPropertyValue('--accent') && '%s' !== %s"
            .formatted(colour, light, colour));
  }

  @Test
  void adPlaysSilentlyInItsCardWhileThePointerRestsThere() {
    page.navigate(studio.at("/ads"));
    var posters = page.locator(".ad .poster");
    var before = posters.first().boundingBox().height;
    posters.first().hover();
    await(previewOf(0) + "&& document.querySelector('ad-preview video').muted");
    assertThat(posters.first().boundingBox().height).isEqualTo(before);
    page.evaluate("window.left = document.querySelector('ad-preview video')");

    posters.nth(1).hover();
    await(previewOf(1));
    assertThat(page.evaluate("left.networkState === 0 && !left.hasAttribute('src')"))
        .as("the first asks the network for nothing more")
        .isEqualTo(true);
    page.locator("h1").hover();
    await("document.querySelectorAll('ad-preview video').length === 0");
  }

  @Test
  void adPlaysInItsCardWhileTheKeyboardIsOnItsLink() {
    page.navigate(studio.at("/ads"));
    page.locator("#order").focus();
    page.keyboard().press("Tab");
    await(previewOf(0));
    page.keyboard().press("Escape");
    await("document.querySelectorAll('ad-preview video').length === 0");
    page.keyboard().press("Shift+Tab");
    page.keyboard().press("Tab");
    await(previewOf(0));
    page.keyboard().press("Tab");
    await("document.querySelectorAll('ad-preview video').length === 0");
  }

  @Test
  void nothingPlaysInCardsForThoseWhoAskForLittleMovementOrDataOrCannotHover() {
    var still = new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    var phone = new Browser.NewContextOptions().setHasTouch(true).setIsMobile(true);
    assertThat(playsWhenHovered(new Browser.NewContextOptions(), "")).isTrue();
    assertThat(playsWhenHovered(still, "")).isFalse();
    assertThat(playsWhenHovered(phone, "")).isFalse();
    var saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
    assertThat(playsWhenHovered(new Browser.NewContextOptions(), saving)).isFalse();
  }

  private static boolean playsWhenHovered(Browser.NewContextOptions visitor, String script) {
    try (var context = browser.browser().newContext(visitor)) {
      var visited = context.newPage();
      visited.addInitScript(script);
      visited.navigate(studio.at("/ads"));
      visited.locator(".ad .poster").first().hover();
      visited.waitForTimeout(600);
      return visited.locator("ad-preview video").count() > 0;
    }
  }

  /** Whether this card's preview runs, and no other one is there. */
  private static String previewOf(int card) {
    return """
        (() => {
          const all = document.querySelectorAll('ad-preview video');
          const [one] = all;
          const own = document.querySelectorAll('.ad')[%d].querySelector('video');
          return all.length === 1 && one === own && one.loop && !one.paused && one.currentTime > 0;
        })()
        """
        .formatted(card)
        .strip();
  }

  /** Waits until only this candidate sounds, at the place of the picture, which runs. */
  private void awaitSoundOf(int candidate) {
    await(
        """
        (() => {
          const radio = document.querySelectorAll('input[name=candidate]')[%d];
          const video = document.querySelector('video');
          const playing = sounds.filter(sound => !sound.paused);
          if (!radio.checked || video.paused || !video.muted || playing.length !== 1) return false;
          const [sound] = playing;
          if (!sound.src.endsWith(radio.dataset.audio) || sound.volume === 0) return false;
          const due = video.currentTime %% sound.duration;
          return Math.abs(sound.currentTime - due) < 0.3;
        })()
        """
            .formatted(candidate));
  }

  private void await(String condition) {
    BrowserExtension.await(page, condition);
  }
}
