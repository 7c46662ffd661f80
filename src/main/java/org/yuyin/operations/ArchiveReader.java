package org.yuyin.operations;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashMap;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.yuyin.operations.BackupManifest.Entry;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;
import org.yuyin.storage.Sha256;

/** Reads a backup: first whole, to be sure of it, then entry by entry. */
final class ArchiveReader {
  private static final int BUFFER_BYTES = 1 << 20;

  private final Path archive;

  ArchiveReader(Path archive) {
    this.archive = archive;
  }

  /** Takes one entry. */
  @FunctionalInterface
  interface Taker {
    /** Reads the stream to its end or not; must not close it. */
    void take(String name, InputStream content) throws Exception;
  }

  /**
   * Checks every byte against the manifest; an archive that ends early or was changed is refused.
   */
  BackupManifest verify() {
    var found = new HashMap<String, Entry>();
    var manifest = new byte @Nullable [1][];
    each(
        (name, content) -> {
          if (name.equals(BackupManifest.NAME)) {
            manifest[0] = content.readAllBytes();
          } else {
            var digest = Sha256.digest();
            long bytes =
                new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            found.put(name, new Entry(name, bytes, Sha256.hex(digest)));
          }
        });
    if (manifest[0] == null) {
      throw damaged("it has no manifest.json, so it was never finished", null);
    }
    var read = BackupManifest.of(manifest[0]);
    for (var entry : read.entries()) {
      if (!entry.equals(found.remove(entry.name()))) {
        throw damaged(entry.name() + " is not what was backed up", null);
      }
    }
    if (!found.isEmpty()) {
      throw damaged(found.keySet().iterator().next() + " was not part of it", null);
    }
    return read;
  }

  /** Goes through the entries in order. */
  void each(Taker taker) {
    try (var file = new BufferedInputStream(Files.newInputStream(archive), BUFFER_BYTES)) {
      var tar = new TarArchiveInputStream(file, "UTF-8");
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        taker.take(entry.getName(), tar);
      }
    } catch (FileSystemException e) {
      throw IoProblems.reading(archive, e);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new InputException("%s cannot be restored: %s".formatted(archive, e.getMessage()), e);
    }
  }

  private InputException damaged(String why, @Nullable Throwable cause) {
    return new InputException(
        "%s is damaged or no backup: %s; take another one".formatted(archive, why), cause);
  }
}
