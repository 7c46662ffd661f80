package org.yuyin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A machine whose npm has no network, so that the smaller extractors stand in. */
final class NoNpm {
  private NoNpm() {}

  /** Variables for a process that is to find such an npm, which is put into the folder. */
  static Map<String, String> path(Path folder) throws IOException {
    var bin = Files.createDirectories(folder.resolve("bin"));
    var npm = Files.writeString(bin.resolve("npm"), "#!/bin/sh\necho no network here\nexit 1\n");
    Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Map.of("PATH", bin + ":" + System.getenv("PATH"));
  }
}
