package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What readers choose stays with them: language and theme. */
class ChoicesTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static HttpResponse<byte[]> choose(String path, String form, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    return Http.post(
        studio.at(path), form.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
  }

  private static String home(String... headers) {
    return Http.text(Http.get(studio.at("/"), headers));
  }

  @Test
  void choiceIsKeptAndLeadsBackToThePage() {
    var answer = choose("/language", "language=zh", "Referer", studio.at("/ads?state=included"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Http.header(answer, "Location")).isEqualTo("/ads?state=included");
    assertThat(Http.header(answer, "Set-Cookie")).startsWith("language=zh;");
    assertThat(Http.header(choose("/theme", "theme=dark"), "Set-Cookie")).startsWith("theme=dark;");
  }

  @Test
  void noFormLeadsToAnotherSite() {
    var answer = choose("/theme", "theme=dark", "Referer", "http://evil.example//evil.example/x");
    assertThat(Http.header(answer, "Location")).isEqualTo("/evil.example/x");
  }

  @Test
  void unknownChoiceIsRefusedWithThePossibleOnes() {
    var answer = choose("/theme", "theme=pink");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer).getString("detail"))
        .isEqualTo("\"theme\" is one of automatic, light, dark, not \"pink\".");
    assertThat(choose("/language", "").statusCode()).isEqualTo(400);
  }

  @Test
  void languageIsTheChosenOneElseTheBrowsers() {
    assertThat(home()).contains("<html lang=\"en\">", "Take ads in");
    assertThat(home("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")).contains("lang=\"zh\"", "导入广告");
    assertThat(home("Accept-Language", "zh-CN", "Cookie", "language=en")).contains("Take ads in");
  }

  @Test
  void themeIsThereBeforeAnyScriptRuns() {
    var dark = "/assets/css/dark.css\" media=\"";
    assertThat(home()).contains(dark + "(prefers-color-scheme: dark)\"");
    assertThat(home("Cookie", "theme=dark")).contains(dark + "all\"");
    assertThat(home("Cookie", "theme=light")).contains(dark + "not all\"", "content=\"light\"");
    assertThat(home("Cookie", "theme=pink")).contains(dark + "(prefers-color-scheme: dark)\"");
  }

  @Test
  void problemsAreToldToPeopleInTheirLanguageAndToProgramsInEnglish() {
    var people = Http.get(studio.at("/nothing"), "Accept", "text/html", "Accept-Language", "zh");
    assertThat(Http.text(people)).contains("这里什么都没有");
    var programs = Http.get(studio.at("/nothing"), "Accept-Language", "zh");
    assertThat(Http.json(programs).getString("title")).isEqualTo("There is nothing here");
  }
}
