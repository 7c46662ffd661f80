package org.yuyin.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/runs", "/runs?state=finished&page=2", "/data/%E7%8E%A9@3", "/a/../b"})
  void pagesOfThisSiteAreGoneOnTo(String page) {
    assertThat(NextPage.safe(page)).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "runs",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "/ok\\..\\x",
        "https://evil.example/",
        "javascript:alert(1)",
        "/sign-in?next=/sign-in",
        "/sign-out"
      })
  void allElseLeadsHome(String page) {
    assertThat(NextPage.safe(page)).isEqualTo("/");
  }
}
