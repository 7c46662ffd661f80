package org.yuyin.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/** The videos of a folder; the first sub-folder that a file stands in is its category. */
public final class FolderSources {
  private static final Set<String> VIDEO_ENDINGS =
      Set.of("mp4", "m4v", "mov", "mkv", "webm", "avi", "flv", "ts");

  private FolderSources() {}

  /**
   * Every file with a video's ending, sorted by path. What is inside is only looked at by the
   * ingest.
   *
   * @throws InputException when the folder is missing, unreadable or holds no video
   */
  public static List<IngestSource> in(Path folder) {
    var root = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new InputException(
          "%s is not a folder; give the folder whose sub-folders are the categories"
              .formatted(folder));
    }
    try (var files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      var sources =
          files.filter(FolderSources::isVideo).sorted().map(file -> source(root, file)).toList();
      if (sources.isEmpty()) {
        throw new InputException(
            "%s holds no video; looked for files ending in %s"
                .formatted(
                    folder, VIDEO_ENDINGS.stream().sorted().collect(Collectors.joining(", "))));
      }
      return sources;
    } catch (UncheckedIOException e) {
      throw IoProblems.reading(folder, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw IoProblems.reading(folder, e);
    }
  }

  private static boolean isVideo(Path file) {
    var name = file.getFileName().toString();
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return VIDEO_ENDINGS.contains(ending) && !name.startsWith(".") && !Files.isDirectory(file);
  }

  private static IngestSource source(Path root, Path file) {
    var inside = root.relativize(file);
    var category =
        inside.getNameCount() > 1
            ? Optional.of(inside.getName(0).toString())
            : Optional.<String>empty();
    return IngestSource.of(file, inside.toString(), category);
  }
}
