package org.yuyin.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The sounds of a folder of media files, for fitting and measuring; mono at 16 kHz.
 *
 * @param clips in the order of the file names
 */
record ClipFolder(List<float[]> clips) {
  static ClipFolder in(Path folder) throws IOException {
    var reader = new FfmpegMediaReader(MediaLimits.standard());
    try (var files = Files.walk(folder)) {
      return new ClipFolder(
          files
              .filter(Files::isRegularFile)
              .sorted()
              .map(file -> reader.sound(file, MusicCues.SAMPLE_RATE_HZ).mono())
              .toList());
    }
  }

  int size() {
    return clips.size();
  }

  float[] any(RandomGenerator random) {
    return clips.get(random.nextInt(clips.size()));
  }

  /** The second added to the first, so many decibels above it, as long as the shorter one. */
  static float[] mix(float[] first, float[] second, double decibels) {
    double gain = Math.pow(10, decibels / 20) * loudness(first) / (loudness(second) + 1e-9);
    var mixed = new float[Math.min(first.length, second.length)];
    float largest = 1;
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) (first[i] + gain * second[i]);
      largest = Math.max(largest, Math.abs(mixed[i]));
    }
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] /= largest;
    }
    return mixed;
  }

  /** Brought to full scale and so many decibels beyond, where everything is cut off. */
  static float[] overdriven(float[] clip, double decibels) {
    float largest = 1e-6f;
    for (float sample : clip) {
      largest = Math.max(largest, Math.abs(sample));
    }
    var driven = new float[clip.length];
    for (int i = 0; i < driven.length; i++) {
      driven[i] = (float) Math.clamp(clip[i] / largest * Math.pow(10, decibels / 20), -1, 1);
    }
    return driven;
  }

  private static double loudness(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample * sample;
    }
    return Math.sqrt(sum / Math.max(1, samples.length));
  }
}
