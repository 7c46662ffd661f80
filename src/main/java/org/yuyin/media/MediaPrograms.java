package org.yuyin.media;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.storage.InputException;

/**
 * The ffmpeg and ffprobe programs that our ffmpeg artefact carries, unpacked and able to start.
 *
 * @param ffmpeg decoder and encoder
 * @param ffprobe prints what a file holds
 */
record MediaPrograms(Path ffmpeg, Path ffprobe) {
  private static final Logger LOG = LoggerFactory.getLogger(MediaPrograms.class);
  private static final Pattern MISSING_LIBRARY =
      Pattern.compile("loading shared libraries: (lib([\\w-]+)\\.so\\.\\d+)");
  private static final Pattern DEVICE_LIBRARY = Pattern.compile("pulse|asound|xcb.*");
  private static final int MOST_REPAIRS = 12;
  private static final String STAND_IN = "libdrm.so.2";

  /**
   * Unpacks the programs on first use and starts ffmpeg once to see that it can.
   *
   * @throws InputException when it cannot start on this machine, naming what is missing
   */
  static MediaPrograms bundled() {
    var programs = unpacked();
    programs.makeStartable();
    return programs;
  }

  /**
   * Unpacks the folder of programs and their libraries into JavaCPP's cache, unless it lies there.
   * {@code Loader.load} would do that too, but then also load the decoders into this process, where
   * they have no business.
   */
  private static MediaPrograms unpacked() {
    var folder = Loader.getPlatform() + "/";
    var inJar = ffmpeg.class.getResource(folder + "ffmpeg");
    if (inJar == null) {
      throw new InputException("there is no bundled ffmpeg for " + Loader.getPlatform());
    }
    try {
      var program = Loader.cacheResource(inJar).toPath();
      var connection = (JarURLConnection) inJar.openConnection();
      var prefix = connection.getEntryName().replaceAll("ffmpeg$", "");
      for (var entry : Collections.list(connection.getJarFile().entries())) {
        var name = entry.getName();
        if (name.startsWith(prefix + "lib") && !name.startsWith(prefix + "libjni")) {
          Loader.cacheResource(ffmpeg.class, folder + name.substring(prefix.length()));
        }
      }
      var prober = Loader.cacheResource(ffmpeg.class, folder + "ffprobe").toPath();
      return new MediaPrograms(executable(program), executable(prober));
    } catch (IOException e) {
      throw new InputException("the bundled ffmpeg cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private static Path executable(Path program) throws IOException {
    if (!Files.isExecutable(program) && !program.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make " + program + " executable");
    }
    return program.toAbsolutePath();
  }

  private void makeStartable() {
    for (int repairs = 0; repairs < MOST_REPAIRS; repairs++) {
      var complaint = complaint();
      if (complaint.isEmpty()) {
        return;
      }
      var missing = MISSING_LIBRARY.matcher(complaint.get());
      if (!missing.find() || !provide(missing.group(1), missing.group(2))) {
        throw new InputException("the bundled ffmpeg cannot start: " + complaint.get().strip());
      }
    }
    throw new InputException("the bundled ffmpeg cannot start: too many libraries are missing");
  }

  private Optional<String> complaint() {
    var once = new LimitedProcess(Duration.ofSeconds(30), 4L << 30, 0);
    try {
      once.read(List.of(ffmpeg.toString(), "-version"), output -> output.readAllBytes().length);
      return Optional.empty();
    } catch (ChildFailedException e) {
      return Optional.of(e.messages());
    }
  }

  /**
   * Two kinds of library can be missing. Bundled ones whose file lacks its version number get a
   * link with it. Those of sound servers and screens, which servers do not have, are named by
   * ffmpeg's capture devices only: no device is ever opened and the loader binds functions when
   * they are first called, so any library that exists can stand in for them.
   */
  private boolean provide(String fileName, String baseName) {
    var folder = ffmpeg.toAbsolutePath().getParent();
    if (folder == null) {
      return false;
    }
    var bundled = Path.of("lib" + baseName + ".so");
    Path target;
    if (Files.exists(folder.resolve(bundled))) {
      target = bundled;
    } else if (DEVICE_LIBRARY.matcher(baseName).matches()) {
      target = Path.of(STAND_IN);
    } else {
      return false;
    }
    LOG.debug("{} is not installed; {} stands in for it", fileName, target);
    return link(folder.resolve(fileName), target);
  }

  private static boolean link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
      return true;
    } catch (FileAlreadyExistsException e) {
      return true; // another process of ours was faster
    } catch (IOException e) {
      LOG.warn("cannot link {}", link, e);
      return false;
    }
  }
}
