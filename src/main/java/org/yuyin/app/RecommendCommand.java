package org.yuyin.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.retrieval.Recommendations;
import org.yuyin.retrieval.ServingModel;
import org.yuyin.retrieval.ServingModel.Wish;
import org.yuyin.storage.InputException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin recommend VIDEO}. */
@Command(
    name = "recommend",
    mixinStandardHelpOptions = true,
    description = "Rank the music of the catalogue for a video, or its ads for a track.")
final class RecommendCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @ArgGroup(multiplicity = "1")
  private Query query = new Query();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int top = 10;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Whose model (default: the one in service, else the best).")
  private @Nullable Long run;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Only from these fine or merged categories.")
  private List<String> categories = List.of();

  @Mixin private final MusicFilterOptions music = new MusicFilterOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** A video, or a track for the reverse direction. */
  static final class Query {
    @Parameters(paramLabel = "VIDEO", description = "A video file.")
    private @Nullable Path video;

    @Option(
        names = "--track",
        paramLabel = "ID",
        description = "The reverse: ads for this track (number, key, or an ad that uses it).")
    private @Nullable String track;
  }

  @Override
  public void run() {
    if (top < 1) {
      throw new InputException("--top must be at least 1, got " + top);
    }
    var filter = music.filter();
    try (var studio = Studio.open(options)) {
      var video = query.video;
      var sha256 = video == null ? null : Recommending.checked(studio, video);
      var models = Recommending.models(studio);
      try (var model = models.open(run == null ? models.current() : run)) {
        var wish = new Wish(top, new HashSet<>(categories), filter);
        var ranked =
            video == null || sha256 == null
                ? adsFor(model, wish)
                : model.music(
                    Recommending.describer(studio).describe(video, sha256, model.dataset()),
                    Optional.of(sha256),
                    wish);
        Output.of(spec)
            .print(
                json
                    ? RecommendationsText.json(ranked).encodePrettily()
                    : RecommendationsText.table(ranked, video == null));
      }
    }
  }

  private Recommendations adsFor(ServingModel model, Wish wish) {
    var rows = model.rowsOfTrack(String.valueOf(query.track));
    if (rows.length == 0) {
      throw new InputException(
          "dataset %s has no track \"%s\"".formatted(model.dataset().label(), query.track));
    }
    return model.ads(rows, wish);
  }
}
