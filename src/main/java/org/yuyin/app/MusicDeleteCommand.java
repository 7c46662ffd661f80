package org.yuyin.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin music delete ID…}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = {
      "Delete music that was given by itself, with its file, vectors, licence and judgements.",
      "The music of an ad goes with the ad: ads delete."
    })
final class MusicDeleteCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers, as in /music/ID.")
  private List<Long> ids = List.of();

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      Deleting.each("track", ids, studio.deletion()::track, Output.of(spec));
    }
  }
}
