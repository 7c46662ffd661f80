package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the files in packaging/ name is there, so that a move elsewhere is noticed here. */
class PackagingTest {
  private static final Path PACKAGING = Path.of("packaging");
  private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(?:CMD|command:) \\[(.+)]$");

  private static String read(String name) throws IOException {
    return Files.readString(PACKAGING.resolve(name));
  }

  /** As picocli reads it; an unknown command or option fails. */
  private static void assertCommand(List<String> arguments) {
    Main.commandLine().parseArgs(arguments.toArray(String[]::new));
  }

  private static void assertCommands(String text) {
    var found = COMMAND.matcher(text).results().map(it -> it.group(1)).toList();
    assertThat(found).isNotEmpty();
    found.forEach(it -> assertCommand(Arrays.asList(it.replace("\"", "").split(", *"))));
  }

  @Test
  void theImageCopiesWhatIsThere() throws IOException {
    var dockerfile = read("Dockerfile");
    COPY.matcher(dockerfile)
        .results()
        .flatMap(it -> Arrays.stream(it.group(1).split(" ")))
        .forEach(path -> assertThat(Path.of(path)).exists());
    assertCommands(dockerfile);
    assertThat(dockerfile).contains("USER yuyin", "HEALTHCHECK");
    for (var script : List.of("start", "healthcheck")) {
      assertThat(dockerfile).contains("\"/opt/yuyin/" + script + "\"");
      assertThat(PACKAGING.resolve(script)).isExecutable();
    }
    assertThat(read("start")).contains(" org.yuyin.app.Main ");
    assertThat(read("healthcheck")).contains("/health/ready");
  }

  @Test
  void composeStartsCommandsThatThereAre() throws IOException {
    var compose = read("compose.yaml");
    assertCommands(compose);
    assertThat(compose).contains("packaging/Dockerfile", "./Caddyfile");
    assertThat(PACKAGING.resolve("Caddyfile")).exists();
  }

  @Test
  void theUnitStartsACommandThatThereIs() throws IOException {
    var unit = read("yuyin.service");
    var started = Pattern.compile("(?m)^ExecStart=/opt/yuyin/(\\S+) (.+)$").matcher(unit);
    assertThat(started.find()).isTrue();
    assertThat(Path.of(started.group(1))).isExecutable();
    assertCommand(List.of(started.group(2).split(" ")));
  }
}
