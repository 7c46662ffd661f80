package org.yuyin.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.Modality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dataset import DIR --name NAME}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Take in a folder of ready-made features: manifest.csv with the columns id, category,"
          + " merged_category, tag, track_id, split, and video.npy, audio.npy, emotion.npy,"
          + " text.npy (float32, rows in the manifest's order).",
      "The same content again changes nothing; other content under the same name is the next"
          + " version."
    })
final class DatasetImportCommand implements Runnable {
  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder = Path.of("");

  @Option(names = "--name", required = true, description = "What to call the dataset.")
  private String name = "";

  @Option(
      names = "--extractor",
      paramLabel = "MODALITY=NAME",
      description =
          "Which extractor made a file, such as video=inception-v3; without it a model trained on"
              + " the dataset cannot describe a new video.")
  private Map<Modality, String> extractors = new TreeMap<>();

  @Mixin private StudioOptions options = new StudioOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var used = new TreeMap<Modality, ExtractorInfo>();
      extractors.forEach(
          (modality, extractor) -> used.put(modality, studio.extractors().named(extractor).info()));
      var info = studio.datasets().importFolder(folder, name, used);
      Output.of(spec)
          .print(json ? DatasetText.json(info).encodePrettily() : DatasetText.summary(info));
    }
  }
}
