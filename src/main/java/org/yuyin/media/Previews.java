package org.yuyin.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/**
 * What people look at and listen to in place of a media file itself: a picture, an outline of its
 * sound. Made when first asked for, or by an ingest, and kept under the file's content hash; the
 * folder may be emptied at any time. Blocking; for worker threads.
 */
public final class Previews {
  private static final double CLIP_LUFS = -14;
  // What an encoder adds to the peaks stays below full scale.
  private static final double HIGHEST_PEAK_DBTP = -1.5;
  private static final int HASH_LENGTH = 64;
  private static final Pattern CLIP = Pattern.compile(".*-clip-([0-9a-f]{16})\\.mp4");
  private static final String PEAKS = "peaks-2000.bin";

  private final MediaReader reader;
  private final Poster poster;
  private final PreviewEncoder encoder;
  private final Path folder;

  /**
   * Keeps what it makes in that folder.
   *
   * @param folder made when missing
   */
  public Previews(MediaReader reader, MediaLimits limits, Path folder) {
    this.reader = reader;
    this.poster = new Poster(reader);
    this.encoder = new PreviewEncoder(limits);
    this.folder = folder;
  }

  /** A JPEG of one of its pictures, at most 640 pixels long or high. */
  public Path poster(String sha256, Path media) {
    return made(sha256, "poster.jpg", out -> poster.write(media, out));
  }

  /** The outline of its sound: 2,000 pairs of signed bytes, see {@link Outline#peaks}. */
  public Path peaks(String sha256, Path media) {
    return made(sha256, PEAKS, out -> out.write(Outline.of(reader.sound(media)).peaks()));
  }

  /** Keeps an outline that was worked out when the sound was decoded for something else. */
  public void keep(String sha256, Outline outline) {
    made(sha256, PEAKS, out -> out.write(outline.peaks()));
  }

  /** Its sound alone, as AAC in an M4A. */
  public Path sound(String sha256, Path media) {
    return encoded(
        sha256, "sound.m4a", target -> encoder.sound(media, reader.probe(media), target));
  }

  /** The file itself where browsers play it, else an MP4 of it. The first time takes a while. */
  public Path video(String sha256, Path media) {
    var copy = place(sha256, "video.mp4");
    if (Files.exists(copy)) {
      return copy;
    }
    if (PreviewEncoder.playsEverywhere(reader.probe(media))) {
      return media;
    }
    return encoded(sha256, "video.mp4", target -> encoder.video(media, target));
  }

  /**
   * An ad with other music under it, as an MP4. The music is as loud as streaming services want it,
   * or as loud as it can be without clipping.
   *
   * @param pictures hash and file of the ad
   * @param music hash and file that the music is taken from
   * @param loudness of that music; it is left as it is where nobody knows
   */
  public Path clip(Content pictures, Content music, Optional<ProgrammeLoudness> loudness) {
    var name = "clip-%s.mp4".formatted(music.sha256().substring(0, 16));
    var info = reader.probe(pictures.media());
    return encoded(
        pictures.sha256(),
        name,
        target ->
            encoder.clip(
                pictures.media(),
                info,
                music.media(),
                loudness.map(Previews::clipGain).orElse(0.0),
                target));
  }

  /** Towards the usual loudness of streaming, as far as peaks allow. */
  private static double clipGain(ProgrammeLoudness loudness) {
    return Math.min(
        CLIP_LUFS - loudness.integratedLufs(), HIGHEST_PEAK_DBTP - loudness.truePeakDbtp());
  }

  /**
   * A media file.
   *
   * @param sha256 of its content
   * @param media where it lies
   */
  public record Content(String sha256, Path media) {}

  /** Deletes everything that was made of that content, clips with its music too. */
  public void forget(Collection<String> contents) {
    for (var file : files()) {
      var name = file.getFileName().toString();
      var clip = CLIP.matcher(name);
      if (contents.stream()
          .anyMatch(
              it -> name.startsWith(it) || (clip.matches() && it.startsWith(clip.group(1))))) {
        delete(file);
      }
    }
  }

  /** The content that something is kept of. */
  public Set<String> kept() {
    return files().stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.length() > HASH_LENGTH)
        .map(name -> name.substring(0, HASH_LENGTH))
        .collect(Collectors.toSet());
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder, 2)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException("the previews in %s cannot be listed: %s".formatted(folder, e), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw IoProblems.writing(file, e);
    }
  }

  private interface Encoding {
    void writeTo(Path target);
  }

  private Path encoded(String sha256, String name, Encoding encoding) {
    var file = place(sha256, name);
    if (Files.exists(file)) {
      return file;
    }
    var part = file.resolveSibling(UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(file.getParent());
      try {
        encoding.writeTo(part);
        AtomicFile.moveInto(part, file);
      } finally {
        Files.deleteIfExists(part);
      }
      return file;
    } catch (IOException e) {
      throw new InputException("a preview cannot be kept in %s: %s".formatted(folder, e), e);
    }
  }

  private Path made(String sha256, String name, AtomicFile.Content content) {
    var file = place(sha256, name);
    if (!Files.exists(file)) {
      AtomicFile.write(file, content);
    }
    return file;
  }

  private Path place(String sha256, String name) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + "-" + name);
  }
}
