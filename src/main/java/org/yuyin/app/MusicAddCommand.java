package org.yuyin.app;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuyin.catalogue.MusicTable;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin music add PATH…}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Take in music by itself: files, or all sound files of folders.",
      "The model in service can recommend it at once."
    })
final class MusicAddCommand implements Callable<Integer> {
  private static final Set<String> ENDINGS = Set.of("mp3", "wav", "flac", "ogg", "m4a", "aac");

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders.")
  private List<Path> paths = List.of();

  @Option(
      names = "--table",
      paramLabel = "FILE.csv",
      description =
          "What it is and may be used for: columns file, title, artist, platforms, territories,"
              + " from, until, terms.")
  private @Nullable Path table;

  @Override
  public Integer call() throws InterruptedException {
    // A table with a mistake is refused before anything is taken in.
    var told = Optional.ofNullable(table).map(MusicTable::of);
    var files = files();
    if (files.isEmpty() && told.isEmpty()) {
      throw new InputException("give files, folders, or a --table");
    }
    try (var studio = Studio.open(options)) {
      boolean all = take(studio, files);
      told.ifPresent(it -> say(studio, it));
      describe(studio);
      return all ? Main.DONE : Main.FAILED;
    }
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    for (var path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> inside = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
        inside
            .filter(Files::isRegularFile)
            .filter(MusicAddCommand::sounds)
            .sorted()
            .forEach(files::add);
      } catch (IOException e) {
        throw IoProblems.reading(path, e);
      }
    }
    return files;
  }

  private static boolean sounds(Path file) {
    var name = file.getFileName().toString();
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** Tells of each file that is none, and goes on with the next. */
  private boolean take(Studio studio, List<Path> files) {
    var uploads = Ingesting.musicUploads(studio);
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    int taken = 0;
    int known = 0;
    try (var progress = new ProgressLine("music")) {
      for (int i = 0; i < files.size(); i++) {
        try {
          var one = uploads.take(files.get(i), files.get(i).getFileName().toString());
          taken += one.isNew() ? 1 : 0;
          known += one.isNew() ? 0 : 1;
        } catch (InputException e) {
          err.println("yuyin: " + e.getMessage());
        }
        progress.at(i + 1, files.size());
      }
    }
    int refused = files.size() - taken - known;
    Output.of(spec)
        .print("Taken in: %d; known already: %d; refused: %d".formatted(taken, known, refused));
    return refused == 0;
  }

  private void say(Studio studio, MusicTable rows) {
    var outcome = rows.apply(studio.database().pool()).await();
    Output.of(spec).print("Said by the table of %d tracks".formatted(outcome.changed()));
    if (!outcome.unknown().isEmpty()) {
      Output.of(spec)
          .print("It names files that nobody gave: " + String.join(", ", outcome.unknown()));
    }
  }

  private void describe(Studio studio) throws InterruptedException {
    try {
      var dataset = Recommending.models(studio).servedDataset();
      try (var progress = new ProgressLine("describe")) {
        Recommending.uploaded(studio)
            .describe(dataset, now -> progress.at(now.done(), now.total()));
      }
    } catch (InputException e) {
      Output.of(spec).print("It cannot be recommended yet: " + e.getMessage());
    }
  }
}
