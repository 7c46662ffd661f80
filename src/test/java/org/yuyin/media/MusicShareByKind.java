package org.yuyin.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Prints how the detector does on sounds of one kind each: {@code MusicShareByKind FOLDER}, whose
 * sub-folders music, drums, singing, speech and other hold sound or video files; none of them may
 * have served to fit the model.
 */
final class MusicShareByKind {
  private static final int RATE_HZ = MusicDetector.SAMPLE_RATE_HZ;
  private final MusicDetector detector = new MusicDetector();
  private final Path folder;

  private MusicShareByKind(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    new MusicShareByKind(Path.of(arguments[0])).run();
  }

  private void run() throws IOException {
    System.out.printf("%-34s %5s %6s %6s %6s%n", "what", "clips", "kept", "share", "voice");
    var music = clips("music");
    var speech = clips("speech");
    report("music", music);
    report("solo drums", clips("drums"));
    report("singing without instruments", clips("singing"));
    var random = new Random(1);
    for (double above : List.of(0.0, 6.0, 12.0, 18.0, 24.0)) {
      report(
          "speech %.0f dB above music".formatted(above),
          speech.stream().map(it -> ClipFolder.mix(any(music, random), it, above)).toList());
    }
    report("speech", speech);
    var other = clips("other");
    report(
        "speech 10 dB above other sounds",
        speech.stream().map(it -> ClipFolder.mix(any(other, random), it, 10)).toList());
    report(
        "music 10 dB above other sounds",
        music.stream().map(it -> ClipFolder.mix(it, any(other, random), -10)).toList());
    report("noise and other sounds", other);
  }

  private static float[] any(List<float[]> clips, Random random) {
    return clips.get(random.nextInt(clips.size()));
  }

  private List<float[]> clips(String name) throws IOException {
    return ClipFolder.in(folder.resolve(name)).clips();
  }

  private void report(String what, List<float[]> clips) {
    var found = clips.parallelStream().map(this::measure).toList();
    long kept = found.stream().filter(it -> it.exclusion().isEmpty()).count();
    double share = found.stream().mapToDouble(MusicShare::share).average().orElse(0);
    long voices = found.stream().filter(it -> it.voice().orElse(0.0) >= 0.5).count();
    System.out.printf(
        "%-34s %5d %5.0f%% %6.2f %5.0f%%%n",
        what, clips.size(), 100.0 * kept / clips.size(), share, 100.0 * voices / clips.size());
  }

  private MusicShare measure(float[] samples) {
    var pcm = new short[samples.length];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) Math.round(Math.clamp(samples[i], -1f, 1f) * Short.MAX_VALUE);
    }
    return detector.measure(new Sound(pcm, 1, RATE_HZ));
  }
}
