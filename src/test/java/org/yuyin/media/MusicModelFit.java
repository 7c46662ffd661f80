package org.yuyin.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes {@code music-model.json}: {@code MusicModelFit MUSIC SPEECH OTHER TARGET.json}, each of the
 * first three a folder of sound or video files that hold nothing but that. From them it makes what
 * ads hold: speech over music, speech in a noisy room, music beside speech, and fits two logistic
 * regressions on every quarter of a second of all that.
 */
final class MusicModelFit {
  private static final int RATE_HZ = ShortTimeSpectrum.SAMPLE_RATE_HZ;
  private static final double RIDGE = 1e-3;
  private static final int ITERATIONS = 3000;

  private final Random random = new Random(1);
  private final FfmpegMediaReader reader = new FfmpegMediaReader(MediaLimits.standard());
  private final List<Example> examples = new ArrayList<>();

  private record Example(double[] cues, boolean music, boolean speech) {}

  public static void main(String[] folders) throws IOException {
    new MusicModelFit().run(folders);
  }

  private void run(String[] folders) throws IOException {
    var music = clips(Path.of(folders[0]));
    var speech = clips(Path.of(folders[1]));
    var other = clips(Path.of(folders[2]));
    for (var clip : music) {
      learn(clip, true, false);
      var voice = one(speech);
      learn(mix(clip, voice, between(-3, 12)), true, false);
      learn(mix(clip, one(other), between(-10, -25)), true, false);
      besideEachOther(clip, voice);
    }
    for (int round = 0; round < 2; round++) {
      for (var clip : speech) {
        learn(round == 0 ? clip : mix(clip, noise(clip.length), between(-45, -20)), false, true);
      }
    }
    // Once only: ads rarely hold mere noise, while much music is noisy.
    for (var clip : other) {
      learn(clip, false, false);
    }
    fit(Path.of(folders[3]), music.size(), speech.size(), other.size());
  }

  private List<float[]> clips(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> reader.sound(file, RATE_HZ).mono())
          .toList();
    }
  }

  private float[] one(List<float[]> clips) {
    return clips.get(random.nextInt(clips.size()));
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private float[] noise(int length) {
    var noise = new float[length];
    double brown = 0;
    double colour = random.nextDouble();
    for (int i = 0; i < length; i++) {
      brown = colour * brown + random.nextGaussian();
      noise[i] = (float) (brown * 0.05);
    }
    return noise;
  }

  /** The second added to the first, so many decibels above it. */
  private static float[] mix(float[] first, float[] second, double decibels) {
    double gain = Math.pow(10, decibels / 20) * loudness(first) / (loudness(second) + 1e-9);
    var mixed = new float[Math.min(first.length, second.length)];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) Math.clamp(first[i] + gain * second[i], -1, 1);
    }
    return mixed;
  }

  private static double loudness(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample * sample;
    }
    return Math.sqrt(sum / Math.max(1, samples.length));
  }

  private void learn(float[] samples, boolean music, boolean speech) {
    var cues = new MusicCues(samples);
    for (int step = 0; step < cues.steps(); step++) {
      if (!cues.isSilent(step)) {
        examples.add(new Example(cues.at(step), music, speech));
      }
    }
  }

  /** A few seconds of music, then speech: what the detector sees around a border. */
  private void besideEachOther(float[] music, float[] speech) {
    int border = (int) (between(1, 5) * RATE_HZ);
    if (music.length < border || speech.length < border) {
      return;
    }
    var both = new float[2 * border];
    System.arraycopy(music, 0, both, 0, border);
    System.arraycopy(speech, 0, both, border, border);
    var cues = new MusicCues(both);
    for (int step = 0; step < cues.steps(); step++) {
      if (!cues.isSilent(step)) {
        boolean first = step < cues.steps() / 2;
        examples.add(new Example(cues.at(step), first, !first));
      }
    }
  }

  private void fit(Path target, int music, int speech, int other) throws IOException {
    var mean = new double[MusicCues.COUNT];
    var deviation = new double[MusicCues.COUNT];
    for (int i = 0; i < mean.length; i++) {
      int cue = i;
      mean[i] = examples.stream().mapToDouble(e -> e.cues()[cue]).average().orElseThrow();
      double square =
          examples.stream().mapToDouble(e -> Math.pow(e.cues()[cue] - mean[cue], 2)).sum();
      deviation[i] = Math.sqrt(square / examples.size());
    }
    var forMusic = weights(examples, true, mean, deviation);
    var forSpeech =
        weights(examples.stream().filter(e -> !e.music()).toList(), false, mean, deviation);
    var cues = new ArrayList<MusicModel.Cue>();
    for (int i = 0; i < mean.length; i++) {
      cues.add(
          new MusicModel.Cue(
              MusicCues.NAMES[i],
              round(mean[i]),
              round(deviation[i]),
              round(forMusic[i]),
              round(forSpeech[i])));
    }
    var origin =
        "MusicModelFit on %d clips of music, %d of speech, %d of other sounds: %d quarter seconds"
            .formatted(music, speech, other, examples.size());
    var model =
        new MusicModel(origin, cues, round(forMusic[mean.length]), round(forSpeech[mean.length]));
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(target.toFile(), model);
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  /** Gradient descent with momentum; both classes weigh the same. The last weight is the bias. */
  private static double[] weights(
      List<Example> examples, boolean music, double[] mean, double[] deviation) {
    int size = mean.length;
    var x = new double[examples.size()][size];
    var y = new boolean[examples.size()];
    int positives = 0;
    for (int n = 0; n < x.length; n++) {
      var example = examples.get(n);
      y[n] = music ? example.music() : example.speech();
      positives += y[n] ? 1 : 0;
      for (int i = 0; i < size; i++) {
        x[n][i] = (example.cues()[i] - mean[i]) / deviation[i];
      }
    }
    var weights = new double[size + 1];
    var momentum = new double[size + 1];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      var gradient = new double[size + 1];
      for (int n = 0; n < x.length; n++) {
        double odds = weights[size];
        for (int i = 0; i < size; i++) {
          odds += weights[i] * x[n][i];
        }
        double weight = 0.5 / (y[n] ? positives : x.length - positives);
        double error = weight * (1 / (1 + Math.exp(-odds)) - (y[n] ? 1 : 0));
        for (int i = 0; i < size; i++) {
          gradient[i] += error * x[n][i];
        }
        gradient[size] += error;
      }
      for (int i = 0; i <= size; i++) {
        momentum[i] = 0.9 * momentum[i] + gradient[i] + (i < size ? RIDGE * weights[i] : 0);
        weights[i] -= 0.3 * momentum[i];
      }
    }
    return weights;
  }
}
