package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No template says anything by itself: whatever readers see comes from the phrases. */
class TemplateWordsTest {
  private static final Pattern TAG =
      Pattern.compile(
          "<!--.*?-->|<!DOCTYPE[^>]*>|<(/?)([\\w:-]+)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*?)(/?)>",
          Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)=\"([^\"]*)\"");
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^{}]*}");
  private static final Pattern SENTENCE_IN_EXPRESSION =
      Pattern.compile("'[^'=!]*\\p{L} \\p{L}[^'=!]*'");
  private static final Pattern WORD = Pattern.compile("\\p{L}\\p{L}");

  /** Attributes that are seen or read out. */
  private static final Set<String> SEEN =
      Set.of("aria-label", "title", "alt", "placeholder", "data-name", "label");

  private static final Pattern SEEN_IN_ATTR =
      Pattern.compile("(?:^|,)\\s*(?:%s)=(?!\\s*[#$]\\{)".formatted(String.join("|", SEEN)));

  /** What is typed or pressed is the same in every language. */
  private static final Set<String> VERBATIM = Set.of("code", "kbd", "script");

  private static final Set<String> VOID = Set.of("br", "img", "input", "link", "meta", "hr");
  private static final Pattern NAMES =
      Pattern.compile(
          "YuYin Studio|YuYin|Recall@10|CSV|JSON|Markdown|LaTeX|PNG|\\b(?:null|or|and)\\b");

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      return files.filter(path -> path.toString().endsWith(".html")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyWordIsAPhrase(Path template) throws IOException {
    assertThat(wordsOf(Files.readString(template))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Hello</p>",
        "<p th:text=\"#{a.b}\">Hello</p><p><b>you</b></p>",
        "<button aria-label=\"Play\"></button>",
        "<button th:attr=\"aria-label=|Play ${it}|\"></button>",
        "<p th:text=\"|${count} tracks|\"></p>",
        "<p th:text=\"${none ? 'There is none' : ''}\"></p>"
      })
  void aWordThatSlipsInIsFound(String template) {
    assertThat(wordsOf(template)).isNotEmpty();
  }

  @Test
  void phrasesAndValuesAreFine() {
    var template =
        """
        <p th:text="#{a.b(${say.count(n, 'ads')})}">3 ads<b>more</b></p><br>
        <p>[[#{a.c}]] · <code>scripts/yuyin</code></p><a th:title="${name}" th:text="|#${n}: ${x}|"></a>
        """;
    assertThat(wordsOf(template)).isEmpty();
  }

  private static List<String> wordsOf(String template) {
    var words = new ArrayList<String>();
    var replaced = new ArrayDeque<Boolean>();
    replaced.push(false);
    var tag = TAG.matcher(template);
    int end = 0;
    while (tag.find()) {
      if (!replaced.element()) {
        addSpoken(words, template.substring(end, tag.start()).replaceAll("\\[\\[.*?]]|&\\w+;", ""));
      }
      end = tag.end();
      if (tag.group(2) == null) {
        continue;
      }
      if (!VERBATIM.contains(tag.group(2))) {
        addAttributes(words, tag.group(3));
      }
      if (!tag.group(1).isEmpty()) {
        replaced.pop();
      } else if (tag.group(4).isEmpty() && !VOID.contains(tag.group(2))) {
        replaced.push(
            replaced.element()
                || VERBATIM.contains(tag.group(2))
                || tag.group(3).matches("(?s).*\\sth:u?text=.*"));
      }
    }
    return words;
  }

  private static void addAttributes(List<String> words, String attributes) {
    var attribute = ATTRIBUTE.matcher(attributes);
    while (attribute.find()) {
      var name = attribute.group(1);
      var value = attribute.group(2);
      if (SEEN.contains(name)) {
        addSpoken(words, value);
      } else if (name.equals("th:attr")) {
        SEEN_IN_ATTR.matcher(value).results().forEach(seen -> words.add(seen.group()));
      } else if (name.matches("th:u?text") || SEEN.contains(name.replace("th:", ""))) {
        addSpoken(words, withoutExpressions(value));
        SENTENCE_IN_EXPRESSION.matcher(value).results().forEach(it -> words.add(it.group()));
      }
    }
  }

  private static String withoutExpressions(String value) {
    var rest = value;
    for (var next = ""; !next.equals(rest); ) {
      next = rest;
      rest = EXPRESSION.matcher(rest).replaceAll("");
    }
    return rest;
  }

  private static void addSpoken(List<String> words, String text) {
    if (WORD.matcher(NAMES.matcher(text).replaceAll("")).find()) {
      words.add(text.strip());
    }
  }
}
