package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.BrowserExtension;

/** Accounts as a person meets them, in a real Chromium. */
class AccountsInBrowserTest {
  @RegisterExtension static final BrowserExtension browser = new BrowserExtension();
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final String PASSWORD = "seven quiet oboes";

  @Test
  void fromAnOpenStudioToOneWithAccounts() {
    var page = browser.newPage();
    page.navigate(studio.at("/"));
    page.locator(".rail .who a").click();
    page.waitForURL("**/setup");
    page.fill("#name", "Olga");
    page.fill("#password", "short");
    page.locator(".account-form button[type=submit]").click();
    page.waitForSelector(".account-form .notice");
    browser.forgive("422");
    assertThat(barriers(page)).isEmpty();
    page.locator("reveal-password button").click();
    page.fill("#password", PASSWORD);
    page.locator(".account-form button[type=submit]").click();

    page.waitForURL("**/account");
    assertThat(page.locator(".rail .who-name").textContent().strip()).isEqualTo("Olga");
    page.fill("#token-name", "nightly upload");
    page.locator(".account-new button[type=submit]").click();
    page.waitForSelector("#fresh-token");
    assertThat(page.locator("#fresh-token").textContent()).startsWith("yy_");
    assertThat(barriers(page)).isEmpty();
    page.locator("#tokens form .button.small").click();
    page.waitForSelector("#tokens .mark");
    assertThat(page.locator("#fresh-token").count()).isZero();

    page.navigate(studio.at("/users"));
    page.fill("#name", "Vera");
    page.fill("#password", PASSWORD);
    page.locator("form[action='/api/v1/users'] button[type=submit]").click();
    page.waitForSelector(".account-users tr:nth-child(2)");
    assertThat(barriers(page)).isEmpty();
    page.navigate(studio.at("/audit"));
    assertThat(page.locator(".account-audit").textContent())
        .contains("added user", "Vera (viewer)");
    assertThat(barriers(page)).isEmpty();

    page.locator(".rail .who button").click();
    page.waitForURL("**/sign-in");
    assertThat(barriers(page)).isEmpty();
    page.navigate(studio.at("/runs?state=finished"));
    page.waitForURL("**/sign-in?next=*");
    page.fill("#name", "Vera");
    page.fill("#password", "guessed");
    page.locator(".account-form button[type=submit]").click();
    page.waitForSelector(".account-form .notice");
    browser.forgive("401");
    page.fill("#password", PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL("**/runs?state=finished");
    assertThat(page.locator(".rail .who-name").textContent().strip()).isEqualTo("Vera");
  }

  private static List<String> barriers(Page page) {
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(Rule::toString)
            .toList();
  }
}
