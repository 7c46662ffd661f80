package org.yuyin.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.FrameExtractor;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.feature.TextExtractor;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.sound.SpectrogramExtractor;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code extract}: features of files or texts, without a database. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Compute the features of media files or texts; needs no database.",
    footer = {
      "",
      "A row for each file or text, or, with --level frame, for each analysis frame; a frame of",
      "ast is a window of 10.24 s.",
      "Without --out the table goes to standard output as CSV, or as JSON with --json.",
      "",
      "To compare a checkpoint of AST with its original, layer by layer:",
      "  yuyin extract input.npy --extractor ast --weights DIR --stage last_hidden_state --out o.npy",
      "where DIR holds config.json and model.safetensors, and input.npy ready spectrograms of",
      "shape (frames, bands) or (windows, frames, bands)."
    })
final class ExtractCommand implements Callable<Integer> {
  /** What a row describes. */
  enum Level {
    CLIP,
    FRAME
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "Media files; for a text extractor UTF-8 files with one text a line; for ast also .npy"
              + " files of ready spectrograms.")
  private List<Path> files = List.of();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "A text, for a text extractor; may be repeated.")
  private List<String> texts = List.of();

  @Option(
      names = "--weights",
      paramLabel = "PLACE",
      description =
          "Folder with model.safetensors and what belongs to it, or a .safetensors file, to use"
              + " for this extractor.")
  private @Nullable Path weights;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description =
          "Values within the network instead: embeddings, encoder_layer_0 and so on,"
              + " last_hidden_state, pooler_output, logits.")
  private @Nullable String stage;

  @Option(
      names = "--extractor",
      required = true,
      paramLabel = "NAME",
      description = "One of those that the command extractors lists.")
  private String name = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file: .csv, or .npy (float32, without names).")
  private @Nullable Path out;

  @Option(
      names = "--level",
      defaultValue = "clip",
      paramLabel = "LEVEL",
      description = "clip or frame (default: ${DEFAULT-VALUE}).")
  private Level level = Level.CLIP;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Mixin private final DataFolderOption data = new DataFolderOption();

  @Override
  public Integer call() throws IOException {
    try (var extractors = Extractors.standard(places())) {
      var extractor = extractors.named(name);
      checkUsage(extractor);
      extractor
          .unavailable()
          .ifPresent(
              reason -> {
                throw new InputException(reason);
              });
      var layout = layout(extractor);
      if (out == null) {
        print(layout, items(extractor));
      } else {
        write(out, layout, items(extractor));
      }
    }
    return Main.DONE;
  }

  private WeightsPlaces places() {
    var models = data.folder().models();
    return weights == null
        ? WeightsPlaces.in(models)
        : new WeightsPlaces(models, Map.of(name, weights));
  }

  private void checkUsage(Extractor extractor) {
    boolean takesText = extractor instanceof TextExtractor;
    if (files.isEmpty() && texts.isEmpty()) {
      throw wrongUsage(takesText ? "give a --text or a FILE of texts" : "give at least one FILE");
    }
    if (!takesText && !texts.isEmpty()) {
      throw wrongUsage("--text is for text extractors; %s takes files".formatted(name));
    }
    if (takesText && level == Level.FRAME) {
      throw wrongUsage("a text has no frames; leave --level frame out");
    }
    checkNetworkUsage(extractor);
    if (out != null && !isCsv(out) && !isNpy(out)) {
      throw wrongUsage("--out must end in .csv or .npy, got " + out);
    }
    if (out != null && isNpy(out) && severalRows() && files.size() > 1) {
      throw wrongUsage("a .npy file takes the frames of one file only; use .csv for several");
    }
  }

  private void checkNetworkUsage(Extractor extractor) {
    if (weights != null && !extractor.takesWeights()) {
      throw wrongUsage("%s has no weights that could lie elsewhere".formatted(name));
    }
    if (stage != null && !(extractor instanceof SpectrogramExtractor)) {
      throw wrongUsage("%s has no stages to look at".formatted(name));
    }
    if (stage != null && level == Level.FRAME) {
      throw wrongUsage("give --stage or --level frame, not both");
    }
  }

  private boolean severalRows() {
    return level == Level.FRAME || stage != null;
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(commandLine(), message);
  }

  private CommandLine commandLine() {
    return java.util.Objects.requireNonNull(spec).commandLine();
  }

  private static boolean isCsv(Path file) {
    return hasEnding(file, ".csv");
  }

  private static boolean isNpy(Path file) {
    return hasEnding(file, ".npy");
  }

  private static boolean hasEnding(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private FeatureLayout layout(Extractor extractor) {
    boolean frames = level == Level.FRAME;
    var item = extractor instanceof TextExtractor ? "text" : "file";
    return new FeatureLayout(extractor.info(), item, !frames || files.size() > 1, frames);
  }

  /** Each file is decoded only when its rows are asked for. */
  private Iterator<FeatureRows> items(Extractor extractor) {
    boolean frames = level == Level.FRAME;
    Supplier<FeatureReader> media =
        () -> new FeatureReader(new FfmpegMediaReader(MediaLimits.standard()));
    Stream<FeatureRows> items =
        switch (extractor) {
          case SpectrogramExtractor sound -> {
            var reader = media.get();
            yield files.stream().map(file -> spectral(sound, reader, file));
          }
          case SoundExtractor sound -> {
            var reader = media.get();
            yield files.stream().map(file -> reader.sound(sound, file, frames));
          }
          case FrameExtractor pictures -> {
            var reader = media.get();
            yield files.stream().map(file -> reader.pictures(pictures, file, frames));
          }
          case TextExtractor text -> allTexts().stream().map(one -> FeatureReader.text(text, one));
        };
    return items.iterator();
  }

  private FeatureRows spectral(SpectrogramExtractor extractor, FeatureReader reader, Path file) {
    var windows = isNpy(file) ? extractor.spectrograms(file) : reader.spectrograms(extractor, file);
    return stage == null
        ? FeatureReader.windows(extractor, file, windows, level == Level.FRAME)
        : FeatureReader.stage(extractor, file, windows, stage);
  }

  private List<String> allTexts() {
    var all = new ArrayList<>(texts);
    for (var file : files) {
      all.addAll(FeatureReader.texts(file));
    }
    if (all.isEmpty()) {
      throw new InputException("there is no text in " + files.getFirst());
    }
    return all;
  }

  private void print(FeatureLayout layout, Iterator<FeatureRows> items) throws IOException {
    var printer = commandLine().getOut();
    var writer = json ? new JsonFeatures(printer, layout) : new CsvFeatures(printer, layout);
    writer.write(items);
    printer.flush();
  }

  private void write(Path target, FeatureLayout layout, Iterator<FeatureRows> items)
      throws IOException {
    var rows = new long[1];
    if (isNpy(target)) {
      rows[0] = new NpyFeatures(target).write(items);
    } else {
      AtomicFile.write(
          target,
          stream -> {
            var text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            rows[0] = new CsvFeatures(text, layout).write(items);
          });
    }
    report(target, layout, rows[0]);
  }

  private void report(Path target, FeatureLayout layout, long rows) throws IOException {
    var line = commandLine();
    if (!json) {
      line.getErr().printf("%s: %,d rows by %s%n", target, rows, layout.extractor().name());
      return;
    }
    var summary = new LinkedHashMap<String, Object>();
    summary.put("out", target.toString());
    summary.put("extractor", layout.extractor().name());
    summary.put("version", layout.extractor().version());
    summary.put("rows", rows);
    line.getOut().println(new ObjectMapper().writeValueAsString(summary));
  }
}
