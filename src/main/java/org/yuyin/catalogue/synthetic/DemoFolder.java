package org.yuyin.catalogue.synthetic;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.yuyin.catalogue.synthetic.plan.AdPlan;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.InputException;

/**
 * The folder of a demo catalogue, held by one process at a time; the operating system gives it free
 * when its holder dies. Whoever holds it may therefore clear what a killed holder left half
 * written.
 */
final class DemoFolder implements AutoCloseable {
  private static final String VIDEO = ".mp4";
  private static final List<String> UNFINISHED = List.of(".part", ".pcm", ".tmp");
  private static final String DESCRIPTION = "generator.txt";
  private static final String HELD_OUT = "held-out";
  private static final List<String> CHILDREN = List.of("ads", HELD_OUT);

  private final Path root;
  private final FileChannel lock;

  private DemoFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the folder, which is made when it is not there, and removes what does not belong to the
   * catalogue of this description: unfinished files, and all videos when settings or generator have
   * changed.
   *
   * @throws InputException when another process holds it, or it holds somebody else's videos
   */
  static DemoFolder take(Path root, String description) throws IOException {
    for (var child : CHILDREN) {
      Files.createDirectories(root.resolve(child));
    }
    var folder = new DemoFolder(root, locked(root));
    try {
      folder.prepare(description);
      return folder;
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** The held-out ads of a catalogue that was written, in order. */
  static List<Path> heldOut(Path root) throws IOException {
    return ending(root.resolve(HELD_OUT), List.of(VIDEO)).stream().sorted().toList();
  }

  /** Where the list of ads stands. */
  Path manifest() {
    return root.resolve("manifest.csv");
  }

  /** Where an ad stands, or shall stand. */
  Path file(AdPlan ad) {
    return root.resolve(ad.file());
  }

  boolean has(AdPlan ad) {
    return Files.exists(file(ad));
  }

  /** Where to write what must be changed before it is the ad. */
  Path unfinished(AdPlan ad) {
    return root.resolve(ad.file() + UNFINISHED.getFirst());
  }

  void writeLicence(String text) {
    AtomicFile.writeString(root.resolve("LICENCE.txt"), text);
  }

  private static FileChannel locked(Path root) throws IOException {
    var channel =
        FileChannel.open(
            root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isOurs(channel)) {
      channel.close();
      throw new InputException(
          "another process is making the demo catalogue in %s; wait for its end".formatted(root));
    }
    return channel;
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process
    }
  }

  private void prepare(String wanted) throws IOException {
    delete(all(UNFINISHED));
    var description = root.resolve(DESCRIPTION);
    if (!Files.exists(description)) {
      requireNoVideos();
    } else if (!Files.readString(description).equals(wanted)) {
      Files.deleteIfExists(manifest());
      delete(all(List.of(VIDEO)));
    }
    AtomicFile.writeString(description, wanted);
  }

  /** Never mixes with files that are somebody else's. */
  private void requireNoVideos() throws IOException {
    if (!all(List.of(VIDEO)).isEmpty() || Files.exists(manifest())) {
      throw new InputException(
          "%s holds videos that are not the demo catalogue's; choose an empty folder"
              .formatted(root));
    }
  }

  private List<Path> all(List<String> endings) throws IOException {
    var found = new ArrayList<Path>();
    for (var child : CHILDREN) {
      found.addAll(ending(root.resolve(child), endings));
    }
    return found;
  }

  private static List<Path> ending(Path folder, List<String> endings) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> endings.stream().anyMatch(file.toString()::endsWith)).toList();
    }
  }

  private static void delete(List<Path> files) throws IOException {
    for (var file : files) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
