package org.yuyin.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's own programs, unpacked once from the archive on the class path.
 *
 * @param bin folder of {@code initdb}, {@code pg_ctl} and {@code postgres}
 */
record PostgresPrograms(Path bin) {
  private static final int OWNER_EXECUTES = 0100;
  private static final String STAGING = "unpacking-";

  /** Path of one program. */
  String program(String name) {
    return bin.resolve(name).toString();
  }

  /** Unpacks the archive below the cache folder unless another run has done so. */
  static PostgresPrograms unpackedIn(Path cache) {
    var archive = archiveName();
    try {
      // The content names the folder, so that a new version of the archive is unpacked anew.
      var folder = cache.resolve("postgres-" + hashOf(archive).substring(0, 12));
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(cache);
        unpack(archive, cache, folder);
      }
      return new PostgresPrograms(folder.resolve("bin"));
    } catch (IOException e) {
      throw new InputException(
          "the database server cannot be unpacked into %s: %s"
              .formatted(cache, IoProblems.reason(e)),
          e);
    }
  }

  private static String archiveName() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var family = system.contains("mac") ? "darwin" : system.contains("linux") ? "linux" : system;
    var processor =
        switch (System.getProperty("os.arch", "")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    return "/postgres-%s-%s.txz".formatted(family, processor);
  }

  private static InputStream open(String archive) {
    var in = PostgresPrograms.class.getResourceAsStream(archive);
    if (in == null) {
      throw new InputException(
          "this build carries no database server for this machine (%s); give --database-url"
              .formatted(archive));
    }
    return in;
  }

  private static String hashOf(String archive) throws IOException {
    var digest = Sha256.digest();
    try (var in = open(archive)) {
      var buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Sha256.hex(digest);
  }

  private static void unpack(String archive, Path cache, Path folder) throws IOException {
    Leftovers.remove(cache, STAGING + "*");
    var staging = Files.createTempDirectory(cache, STAGING);
    try {
      Files.setPosixFilePermissions(staging, PosixFilePermissions.fromString("rwxr-xr-x"));
      try (var tar =
          new TarArchiveInputStream(
              new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          var target = staging.resolve(entry.getName()).normalize();
          if (entry.isDirectory()) {
            Files.createDirectories(target);
          } else {
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
              Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
              Files.copy(tar, target);
              var executable = (entry.getMode() & OWNER_EXECUTES) != 0;
              Files.setPosixFilePermissions(
                  target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
          }
        }
      }
      moveUnlessThere(staging, folder);
    } finally {
      Folders.delete(staging);
    }
  }

  private static void moveUnlessThere(Path staging, Path folder) throws IOException {
    try {
      Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
      // Another process was faster; its copy is as good.
    } catch (java.nio.file.FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
