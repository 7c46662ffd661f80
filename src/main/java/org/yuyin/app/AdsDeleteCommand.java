package org.yuyin.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin ads delete ID…}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = {
      "Delete ads with all that derives from them: files, previews, vectors, judgements, and their"
          + " music where no other ad has it.",
      "Datasets that were made before keep their rows; they are named."
    })
final class AdsDeleteCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers, as in /ads/ID.")
  private List<Long> ids = List.of();

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      Deleting.each("ad", ids, studio.deletion()::ad, Output.of(spec));
    }
  }
}
