package org.yuyin.app;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuyin.catalogue.Licence;
import org.yuyin.catalogue.UploadedTrack;
import org.yuyin.catalogue.UploadedTracks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code yuyin music list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the music that was given by itself.")
final class MusicListCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var tracks = new UploadedTracks(studio.database().pool()).all().await();
      Output.of(spec)
          .print(
              tracks.isEmpty()
                  ? "No music was given by itself; give some with: music add"
                  : tracks.stream()
                      .map(MusicListCommand::line)
                      .collect(Collectors.joining(System.lineSeparator())));
    }
  }

  private static String line(UploadedTrack track) {
    return "%6d  %s%s  %s"
        .formatted(
            track.id(),
            track.title(),
            track.artist().map(it -> " (" + it + ")").orElse(""),
            track.licence().map(MusicListCommand::text).orElse("licence not known"));
  }

  private static String text(Licence licence) {
    return "%s, %s, until %s"
        .formatted(
            licence.platforms().isEmpty() ? "any platform" : String.join(" ", licence.platforms()),
            licence.territories().isEmpty() ? "world" : String.join(" ", licence.territories()),
            licence.until().map(Object::toString).orElse("no end"));
  }
}
