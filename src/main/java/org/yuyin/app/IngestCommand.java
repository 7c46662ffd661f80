package org.yuyin.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuyin.catalogue.FolderSources;
import org.yuyin.catalogue.IngestSource;
import org.yuyin.catalogue.ManifestSources;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin ingest}: takes videos into a collection and prints what was left out and why. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Take in the videos of folders (category = sub-folder) or of a manifest.",
      "Ads whose sound is less than half music are left out, with the reason kept.",
      "Stopped anywhere, the same command goes on where it was."
    })
final class IngestCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @ArgGroup(multiplicity = "1")
  private Where where = new Where();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "Collection to take them into (default: ${DEFAULT-VALUE}).")
  private String name = "default";

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  /** Folders or a manifest. */
  static final class Where {
    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders of videos.")
    private List<Path> folders = List.of();

    @Option(
        names = "--manifest",
        paramLabel = "FILE.csv",
        description =
            "CSV with column file, and where known id, category, merged_category, tag (or title_zh,"
                + " title_en), split, track_group.")
    private @Nullable Path manifest;
  }

  @Override
  public Integer call() {
    var sources = sources(where.folders, where.manifest);
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    try (var stop = new StopOnInterrupt(() -> err.println("stopping after these files ..."));
        var studio = Studio.open(options)) {
      var report = Ingesting.run(stop, studio, name, sources);
      Output.of(spec).print(json ? report.toJson().encodePrettily() : IngestTable.of(report));
      return Main.DONE;
    }
  }

  private static List<IngestSource> sources(List<Path> folders, @Nullable Path manifest) {
    if (manifest != null) {
      return ManifestSources.in(manifest);
    }
    var sources = new ArrayList<IngestSource>();
    folders.forEach(folder -> sources.addAll(FolderSources.in(folder)));
    return sources;
  }
}
