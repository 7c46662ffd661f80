package org.yuyin.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.FrameExtractor;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.feature.TextExtractor;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.MediaReader;
import org.yuyin.storage.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench extract}: how fast the extractors are. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Measure how fast the extractors are on this machine.",
    footer = {
      "",
      "Without a FILE an ad and two tracks of music are made, measured and deleted.",
      "Processor time counts what all threads and decoders take, so that it can be",
      "compared on a busy machine; the other figures are right only on an idle one."
    })
final class BenchExtractCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(BenchExtractCommand.class);

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Media files to measure with.")
  private List<Path> files = List.of();

  @Option(
      names = "--extractor",
      paramLabel = "NAME",
      description = "Only this one; may be repeated (default: all that can be used here).")
  private List<String> names = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "2",
      description = "How long each measurement takes at least (default: ${DEFAULT-VALUE}).")
  private double seconds = 2;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Mixin private final DataFolderOption data = new DataFolderOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var output = Output.of(spec);
    if (!(seconds > 0)) {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(),
          "--seconds must be more than 0, got " + seconds);
    }
    var media = new FfmpegMediaReader(MediaLimits.standard());
    try (var extractors = Extractors.standard(data.folder().models())) {
      var chosen = chosen(extractors);
      var speeds = files.isEmpty() ? onGenerated(chosen, media) : measure(chosen, files, media);
      output.print(json ? json(speeds) : ExtractionSpeed.table(speeds));
    }
    return Main.DONE;
  }

  /** Those that were named, or all; what cannot be used is refused, or left out. */
  private List<Extractor> chosen(Extractors extractors) {
    var chosen = new ArrayList<Extractor>();
    for (var name : names) {
      var extractor = extractors.named(name);
      extractor
          .unavailable()
          .ifPresent(
              reason -> {
                throw new InputException(reason);
              });
      chosen.add(extractor);
    }
    for (var extractor : names.isEmpty() ? extractors.all() : List.<Extractor>of()) {
      extractor
          .unavailable()
          .ifPresentOrElse(
              reason -> log.warn("{} is left out: {}", extractor.info().name(), reason),
              () -> chosen.add(extractor));
    }
    return chosen;
  }

  private List<ExtractionSpeed> onGenerated(List<Extractor> extractors, MediaReader media)
      throws IOException, InterruptedException {
    try (var clips = BenchClips.generated(media)) {
      return measure(extractors, clips.files(), media);
    }
  }

  private List<ExtractionSpeed> measure(
      List<Extractor> extractors, List<Path> inputs, MediaReader media)
      throws InterruptedException {
    var tasks = new ArrayList<ExtractionTask>();
    for (var extractor : extractors) {
      tasks.addAll(tasks(extractor, inputs, media));
    }
    if (tasks.isEmpty()) {
      throw new InputException("none of the files has what the extractors describe");
    }
    var bench = new ExtractionBench(seconds, Runtime.getRuntime().availableProcessors());
    var speeds = new ArrayList<ExtractionSpeed>();
    try (var progress = new ProgressLine("measuring")) {
      for (var task : tasks) {
        progress.at(speeds.size(), tasks.size());
        speeds.add(bench.measure(task));
      }
    }
    return speeds;
  }

  /** Pictures and sound only where the file has some. */
  private static List<ExtractionTask> tasks(
      Extractor extractor, List<Path> inputs, MediaReader media) {
    return switch (extractor) {
      case SoundExtractor sound ->
          inputs.stream()
              .filter(file -> media.probe(file).sound().isPresent())
              .map(file -> ExtractionTask.sound(sound, file, media))
              .toList();
      case FrameExtractor pictures ->
          inputs.stream()
              .filter(file -> media.probe(file).picture().isPresent())
              .map(file -> ExtractionTask.pictures(pictures, file, media))
              .toList();
      case TextExtractor texts -> List.of(ExtractionTask.texts(texts, tags()));
    };
  }

  /** The product categories of the demo catalogue, as tags. */
  private static List<String> tags() {
    return List.of(ProductCategory.values()).stream().map(ProductCategory::tag).toList();
  }

  private static String json(List<ExtractionSpeed> speeds) throws JsonProcessingException {
    return new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(speeds.stream().map(ExtractionSpeed::facts).toList());
  }
}
