package org.yuyin.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.catalogue.Finding.Reason;
import org.yuyin.media.MeasuredSound;
import org.yuyin.media.MediaInfo;
import org.yuyin.media.MediaReader;
import org.yuyin.media.Outline;
import org.yuyin.media.Sound;
import org.yuyin.media.SoundKind;
import org.yuyin.media.facts.SoundMeasurement;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;
import org.yuyin.storage.Sha256;

/**
 * Looks into one file: is it a usable video, is its sound music, and what can be said of that
 * music. Writes nothing.
 */
final class Examination {
  static final int SAMPLE_RATE_HZ = SoundMeasurement.SAMPLE_RATE_HZ;

  private static final Logger log = LoggerFactory.getLogger(Examination.class);

  private final MediaReader media;
  private final SoundJudge judge;

  Examination(MediaReader media, SoundJudge judge) {
    this.media = media;
    this.judge = judge;
  }

  /**
   * Never fails for a bad file: what is wrong with it becomes the reason for leaving it out.
   *
   * @param known whether content of that hash is in the collection; its sound is then not judged
   */
  Finding examine(Path file, Predicate<String> known) {
    try {
      var info = media.probe(file); // first: it refuses what is too large to be hashed
      var bytes = size(file);
      var sha256 = Sha256.of(file);
      if (known.test(sha256)) {
        return Finding.of(sha256, bytes, info);
      }
      if (info.picture().isEmpty()) {
        return left(sha256, bytes, info, "unreadable", "it has no picture, only sound");
      }
      if (info.sound().isEmpty()) {
        return left(sha256, bytes, info, "no_audio", "it has no sound track");
      }
      var heard = media.soundAndLoudness(file, SAMPLE_RATE_HZ);
      if (heard.sound().frameCount() == 0) {
        return left(sha256, bytes, info, "no_audio", "its sound track is empty");
      }
      return judged(sha256, bytes, info, heard);
    } catch (InputException e) {
      return Finding.unreadable(withoutPath(e, file));
    }
  }

  /**
   * Looks into a file that is to be music by itself. Unlike an ad, it is refused when it is none.
   *
   * @throws InputException when it cannot be read, has no sound, or is silent
   */
  Finding examineMusic(Path file) {
    var info = media.probe(file);
    if (info.sound().isEmpty()) {
      throw new InputException(file + ": has no sound");
    }
    var heard = media.soundAndLoudness(file, SAMPLE_RATE_HZ);
    if (isSilent(heard.sound())) {
      throw new InputException(file + ": is silent");
    }
    var sha256 = Sha256.of(file);
    var verdict = judge.judge(heard.sound());
    return new Finding(
        sha256,
        size(file),
        info,
        Optional.of(verdict.musicShare()),
        verdict.heard(),
        Optional.of(hash(heard.sound())),
        facts(heard, verdict, sha256),
        Optional.of(Outline.of(heard.sound())),
        Optional.empty());
  }

  private static boolean isSilent(Sound sound) {
    for (var sample : sound.samples()) {
      if (sample != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * What can be said of a sound beside whether it is music.
   *
   * @param facts for people
   * @param heard what is mostly heard in each second
   */
  record Measured(SoundMeasurement facts, List<SoundKind> heard) {}

  /** Measures the sound of a file that was examined before. */
  Measured measure(Path file) {
    var sound = media.soundAndLoudness(file, SAMPLE_RATE_HZ);
    var verdict = judge.judge(sound.sound());
    return new Measured(measurement(sound, verdict), verdict.heard());
  }

  private static SoundMeasurement measurement(MeasuredSound heard, SoundJudge.Verdict verdict) {
    return SoundMeasurement.of(heard.sound(), heard.loudness(), verdict.voice());
  }

  /** An estimate that fails is our fault: it is logged, and the ad goes without facts. */
  private static Optional<SoundMeasurement> facts(
      MeasuredSound heard, SoundJudge.Verdict verdict, String sha256) {
    try {
      return Optional.of(measurement(heard, verdict));
    } catch (RuntimeException e) {
      log.error("the facts of {} could not be measured", sha256, e);
      return Optional.empty();
    }
  }

  private Finding judged(String sha256, long bytes, MediaInfo info, MeasuredSound heard) {
    var verdict = judge.judge(heard.sound());
    var reason =
        verdict
            .exclusion()
            .map(code -> new Reason(code, "%.0f %% music".formatted(100 * verdict.musicShare())));
    return new Finding(
        sha256,
        bytes,
        info,
        Optional.of(verdict.musicShare()),
        verdict.heard(),
        Optional.of(hash(heard.sound())),
        reason.isPresent() ? Optional.empty() : facts(heard, verdict, sha256),
        reason.isPresent() ? Optional.empty() : Optional.of(Outline.of(heard.sound())),
        reason);
  }

  private static Finding left(
      String sha256, long bytes, MediaInfo info, String code, String detail) {
    return new Finding(
        sha256,
        bytes,
        info,
        Optional.of(0.0),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Reason(code, detail)));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }

  /** The decoded samples' hash: the same music in another container is the same track. */
  private static String hash(Sound sound) {
    var bytes = ByteBuffer.allocate(sound.samples().length * Short.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(sound.samples());
    return Sha256.of(bytes.array());
  }

  /** The list of left-out files names each file itself, so the reason need not. */
  private static String withoutPath(InputException problem, Path file) {
    var message = String.valueOf(problem.getMessage());
    return message.replace(file + ": ", "").replace(file + " ", "").replace(file.toString(), "it");
  }
}
