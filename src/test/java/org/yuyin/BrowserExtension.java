package org.yuyin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium for a test class, which is skipped where there is none. After each test its pages
 * are closed, and the browser must have had nothing to complain of.
 */
public final class BrowserExtension
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final List<Path> CHROMIUMS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
  private static final int ROUNDS = 300;
  private static final int ROUND_MS = 100;

  private final List<String> complaints = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    var chromium = CHROMIUMS.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(chromium.isPresent(), "no Chromium here: apt-get install chromium");
    var settings =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    playwright = Playwright.create(settings);
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--mute-audio")));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    pages.forEach(Page::close);
    pages.clear();
    var heard = List.copyOf(complaints);
    complaints.clear();
    assertThat(heard).as("what the browser complained of").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** The browser itself. */
  public Browser browser() {
    return Objects.requireNonNull(browser);
  }

  /** A new page of a new visitor. */
  public Page newPage() {
    var page = browser().newPage();
    pages.add(page);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  /** Forgets complaints that a test has provoked. */
  public void forgive(String containing) {
    complaints.removeIf(line -> line.contains(containing));
  }

  /** Asks from outside: waiting inside of the page would need eval, which our pages forbid. */
  public static void await(Page page, String condition) {
    for (int round = 0; round < ROUNDS; round++) {
      if (Boolean.TRUE.equals(page.evaluate(condition))) {
        return;
      }
      page.waitForTimeout(ROUND_MS);
    }
    throw new AssertionError("never came true: " + condition);
  }
}
