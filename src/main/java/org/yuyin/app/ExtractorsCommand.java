package org.yuyin.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuyin.evaluation.TextTable;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.Extractors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code extractors}: what can be extracted. */
@Command(
    name = "extractors",
    mixinStandardHelpOptions = true,
    description = "List the extractors: what they describe, how wide, whose weights.")
final class ExtractorsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Mixin private final DataFolderOption data = new DataFolderOption();

  @Override
  public Integer call() throws IOException {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    try (var extractors = Extractors.standard(data.folder().models())) {
      if (json) {
        var all = extractors.all().stream().map(ExtractorsCommand::facts).toList();
        out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
      } else {
        out.print(table(extractors));
      }
    }
    out.flush();
    return Main.DONE;
  }

  private static Map<String, @Nullable Object> facts(Extractor extractor) {
    var info = extractor.info();
    var facts = new LinkedHashMap<String, @Nullable Object>();
    facts.put("name", info.name());
    facts.put("version", info.version());
    facts.put("modality", info.modality().key());
    facts.put("width", info.width());
    facts.put("source", info.source());
    facts.put("weights_licence", info.weightsLicence());
    facts.put("substitute", info.substitute());
    facts.put("available", extractor.unavailable().isEmpty());
    facts.put("unavailable_because", extractor.unavailable().orElse(null));
    return facts;
  }

  private static String table(Extractors extractors) {
    var table =
        new TextTable(
                "name", "version", "modality", "width", "substitute", "ready", "weights", "source")
            .words(2, 4, 5, 6, 7);
    var notes = new StringBuilder();
    for (var extractor : extractors.all()) {
      var info = extractor.info();
      var unavailable = extractor.unavailable();
      table.add(
          info.name(),
          Integer.toString(info.version()),
          info.modality().key(),
          Integer.toString(info.width()),
          info.substitute() ? "yes" : "no",
          unavailable.isEmpty() ? "yes" : "no",
          info.weightsLicence(),
          info.source());
      unavailable.ifPresent(
          reason -> notes.append('\n').append(info.name()).append(": ").append(reason));
    }
    return table + (notes.isEmpty() ? "" : notes + "\n");
  }
}
