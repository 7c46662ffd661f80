package org.yuyin.catalogue;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
   * ingest. A sub-folder that cannot be opened is listed like a file.
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
    try (var _ = Files.newDirectoryStream(root)) {
      // Only whether it opens.
    } catch (IOException e) {
      throw IoProblems.reading(folder, e);
    }
    var sources = found(root).stream().sorted().map(file -> source(root, file)).toList();
    if (sources.isEmpty()) {
      throw new InputException(
          "%s holds no video; looked for files ending in %s"
              .formatted(
                  folder, VIDEO_ENDINGS.stream().sorted().collect(Collectors.joining(", "))));
    }
    return sources;
  }

  /** Videos, and sub-folders that cannot be opened: the report then shows those as unreadable. */
  private static List<Path> found(Path root) {
    var found = new ArrayList<Path>();
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path sub, BasicFileAttributes attributes) {
            return isHidden(sub) && !sub.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isVideo(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (!isHidden(file) && !(failure instanceof FileSystemLoopException)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(
          root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException e) {
      throw IoProblems.reading(root, e);
    }
    return found;
  }

  private static boolean isVideo(Path file) {
    var name = file.getFileName().toString();
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return VIDEO_ENDINGS.contains(ending) && !isHidden(file);
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
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
