package org.yuyin.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.yuyin.catalogue.synthetic.DemoCatalogue;
import org.yuyin.catalogue.synthetic.DemoSettings;
import org.yuyin.catalogue.synthetic.plan.PlanSize;
import org.yuyin.media.MediaReader;
import org.yuyin.media.Sound;
import org.yuyin.storage.Folders;

/**
 * Media to measure with where none are given: one ad of the demo catalogue, and its music, over and
 * over, as two mono tracks. They lie in a temporary folder that {@link #close} deletes.
 */
final class BenchClips implements AutoCloseable {
  private static final PlanSize ONE_AD = new PlanSize(1, 0, 0, 0, 0, 0, 0, 0);
  private static final int[] TRACK_RATES_HZ = {44_100, 16_000};
  private static final int TRACK_SECONDS = 60;

  private final Path folder;

  private BenchClips(Path folder) {
    this.folder = folder;
  }

  /** Makes them; takes some seconds. */
  static BenchClips generated(MediaReader media) throws IOException {
    var clips = new BenchClips(Files.createTempDirectory("yuyin-bench"));
    try {
      clips.make(media);
      return clips;
    } catch (IOException | RuntimeException e) {
      clips.close();
      throw e;
    }
  }

  private void make(MediaReader media) throws IOException {
    var catalogue = folder.resolve("catalogue");
    DemoCatalogue.write(
        catalogue,
        DemoSettings.standard().withSize(ONE_AD),
        (done, total, file) -> {
          // One ad is made at once.
        });
    try (var ads = Files.list(catalogue.resolve("ads"))) {
      Files.move(ads.findFirst().orElseThrow(), ad());
    }
    for (int rateHz : TRACK_RATES_HZ) {
      write(repeated(media.sound(ad(), rateHz)), track(rateHz));
    }
  }

  private Path ad() {
    return folder.resolve("ad.mp4");
  }

  private Path track(int rateHz) {
    return folder.resolve("music-%d.wav".formatted(rateHz));
  }

  private static Sound repeated(Sound sound) {
    var samples = new short[TRACK_SECONDS * sound.sampleRateHz()];
    for (int n = 0; n < samples.length; n++) {
      samples[n] = sound.samples()[n % sound.samples().length];
    }
    return new Sound(samples, 1, sound.sampleRateHz());
  }

  private static void write(Sound sound, Path file) throws IOException {
    var bytes = ByteBuffer.allocate(Short.BYTES * sound.samples().length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(sound.samples());
    var format = new AudioFormat(sound.sampleRateHz(), Short.SIZE, 1, true, false);
    try (var stream =
        new AudioInputStream(
            new ByteArrayInputStream(bytes.array()), format, sound.samples().length)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }

  /** The ad and the two tracks. */
  List<Path> files() {
    return List.of(ad(), track(TRACK_RATES_HZ[0]), track(TRACK_RATES_HZ[1]));
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
