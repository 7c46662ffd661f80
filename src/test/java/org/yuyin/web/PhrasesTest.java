package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Metric;
import org.yuyin.media.facts.Brightness;
import org.yuyin.media.facts.Energy;
import org.yuyin.media.facts.MusicalKey;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;

/** Nothing on a page is without its words in any language. */
class PhrasesTest {
  private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-zA-Z0-9_.-]+)[}(]");
  private static final Pattern IN_CODE =
      Pattern.compile("(?:Phrase\\.of|[^a-z.]say)\\(\\s*\"([a-zA-Z0-9_.-]+)\"[,)]");
  private static final Pattern MENU = Pattern.compile("\"(menu\\.[a-z]+)\"");
  private static final Pattern IN_SCRIPTS = Pattern.compile("phrase\\('([a-zA-Z0-9]+)'");
  private static final Pattern PLACES = Pattern.compile("\\{\\d}");

  private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");

  private final Phrases phrases = new Phrases();

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageSaysTheSameThings(Language language) {
    var english = phrases.all(Language.ENGLISH);
    var other = new TreeMap<>(phrases.all(language));
    other.keySet().removeIf(PhrasesTest::translatesCode);
    assertThat(other.keySet()).isEqualTo(english.keySet());
    other.forEach(
        (key, text) -> {
          assertThat(text).as(key).isNotBlank();
          assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, "")));
        });
  }

  private static boolean translatesCode(String key) {
    return Phrases.TRANSLATIONS.stream().anyMatch(file -> key.startsWith(file + "."));
  }

  @Test
  void everyMethodAndSettingIsExplainedInChinese() {
    var english = new Words(Language.ENGLISH, phrases);
    var chinese = new Words(Language.CHINESE, phrases);
    for (var method : Methods.standard().all()) {
      var name = method.name();
      assertThat(english.method(name, method.description())).isEqualTo(method.description());
      assertThat(chinese.method(name, method.description())).as(name).matches(CHINESE);
      for (var setting : Recipe.of(method, Map.of()).describe()) {
        var key = setting.key();
        assertThat(english.help(name, key, setting.help())).isEqualTo(setting.help());
        assertThat(chinese.help(name, key, setting.help())).as(name + "." + key).matches(CHINESE);
      }
    }
  }

  @Test
  void everyPhraseThatTemplatesUseExists() throws IOException {
    assertThat(used(Path.of("templates"), ".html", IN_TEMPLATES)).allMatch(phrases::has);
  }

  @Test
  void everyPhraseThatCodeUsesExists() throws IOException {
    var code = Path.of("src/main/java/org/yuyin");
    assertThat(used(code, ".java", IN_CODE)).allMatch(phrases::has);
    assertThat(used(code, ".java", MENU)).allMatch(phrases::has);
  }

  @Test
  void everyPhraseThatScriptsUseExists() throws IOException {
    assertThat(used(Path.of("webroot"), ".js", IN_SCRIPTS))
        .allMatch(key -> phrases.has("script." + key));
  }

  @Test
  void everyWordOfTheProgramHasItsPhrase() {
    var keys = new ArrayList<String>();
    Stream.of(Metric.values()).forEach(metric -> keys.add("metric." + metric.key()));
    Stream.of(Direction.values()).forEach(direction -> keys.add("metric." + direction.key()));
    Stream.of(Energy.values()).forEach(energy -> keys.add("common.energy." + energy.word()));
    Stream.of(Brightness.values()).forEach(it -> keys.add("common.brightness." + it.word()));
    assertThat(keys).allMatch(phrases::has);
  }

  @Test
  void factsAreToldInTheLanguageOfTheReader() {
    var key = new MusicalKey(10, false);
    assertThat(new Words(Language.ENGLISH, phrases).key(key)).isEqualTo("B♭ major");
    assertThat(new Words(Language.CHINESE, phrases).key(key)).isEqualTo("B♭ 大调");
  }

  @Test
  void valuesStandInTheirPlaces() {
    assertThat(phrases.say(Language.ENGLISH, Phrase.of("common.pages", "2", "$1")))
        .isEqualTo("2 of $1");
    assertThat(phrases.say(Language.CHINESE, Phrase.of("common.pages", "2", "9")))
        .isEqualTo("第 2 / 9 页");
    assertThat(phrases.say(Language.CHINESE, Phrase.of("no.such"))).isEqualTo("no.such");
  }

  private static List<String> places(String text) {
    return PLACES.matcher(text).results().map(found -> found.group()).distinct().sorted().toList();
  }

  private static TreeSet<String> used(Path folder, String ending, Pattern use) throws IOException {
    var keys = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        use.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
      }
    }
    return keys;
  }
}
