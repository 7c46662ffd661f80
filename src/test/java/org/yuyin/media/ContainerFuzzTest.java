package org.yuyin.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.Mutations;
import org.yuyin.storage.InputException;

/** Whatever a media file begins with, our own readers recognise or refuse it. */
@Timeout(300)
class ContainerFuzzTest {
  private static final long LARGE = 1L << 40;

  @TempDir static Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"clip.mp4", "clip.mkv", "clip.webm", "clip.wav", "clip.mp3", "clip.flac"})
  void aDamagedFileIsRecognisedOrRefused(String name) throws IOException {
    var sound = "sine=frequency=440:duration=0.5";
    var seed = TestClips.make(folder.resolve(name), "-f", "lavfi", "-i", sound, "-t", "0.5");
    var whole = Files.readAllBytes(seed);
    var mutations = new Mutations(11);
    for (int i = 0; i < Mutations.ITERATIONS; i++) {
      var bytes = mutations.of(whole);
      var damaged = Files.write(folder.resolve("damaged"), bytes);
      try {
        assertThat(new ContainerSniffer(LARGE).sniff(damaged)).isNotNull();
      } catch (InputException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      } catch (RuntimeException fault) {
        var kept = Files.write(Files.createTempFile("fault-", ".bin"), bytes);
        throw new AssertionError("%s does this: %s".formatted(kept, fault), fault);
      }
    }
  }
}
