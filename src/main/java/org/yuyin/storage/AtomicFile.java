package org.yuyin.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file so that a reader, or a crash, never sees half of it: a temporary file beside the
 * target is written, synced and renamed over the target.
 */
public final class AtomicFile {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String UNFINISHED = ".tmp";

  private AtomicFile() {}

  /** What goes into the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; must not close the stream. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces the target, whose folder is made when missing. A full disk or a folder without
   * permission is an {@link InputException} in one line, and the target stays as it was.
   */
  public static void write(Path target, Content content) {
    var folder = folderOf(target);
    var temporary = folder.resolve(prefix(target) + UUID.randomUUID() + UNFINISHED);
    try {
      Files.createDirectories(folder);
      try {
        writeAndSync(temporary, content);
        moveInto(temporary, target);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw IoProblems.writing(target, e);
    }
  }

  /** Replaces the target by a text in UTF-8. */
  public static void writeString(Path target, String text) {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Renames a finished and synced file, or a whole folder, into its place and makes the rename
   * durable. Both must lie on one file system.
   */
  public static void moveInto(Path finished, Path target) throws IOException {
    Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(folderOf(target));
  }

  /**
   * Removes what processes left that were killed while they wrote this target. Only for its one
   * writer: whoever else is writing it would fail.
   */
  public static void removeUnfinished(Path target) {
    var folder = folderOf(target);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var left = Files.newDirectoryStream(folder, prefix(target) + "*" + UNFINISHED)) {
      for (var file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw IoProblems.writing(folder, e);
    }
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }

  /** Writes a new file and waits until it is on the disk. */
  static void writeAndSync(Path file, Content content) throws IOException {
    try (var channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static Path folderOf(Path target) {
    var folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new InputException("%s is no file that can be written".formatted(target));
    }
    return folder;
  }

  private static void syncFolder(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
