package org.yuyin.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.catalogue.MusicFilter;
import picocli.CommandLine.Option;

/** What music must be like to be recommended, as options of a command. */
final class MusicFilterOptions {
  private final Map<String, String> written = new HashMap<>();

  @Option(
      names = "--tempo",
      paramLabel = "BPM",
      description = "Only music of this tempo: 90-120, 90.. or ..120.")
  void tempo(@Nullable String text) {
    put("tempo", text);
  }

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Only music in this key, such as \"G major\" or \"F# minor\".")
  void key(@Nullable String text) {
    put("key", text);
  }

  @Option(
      names = "--energy",
      paramLabel = "WORDS",
      description = "Only music that is calm, moderate or energetic; several with commas.")
  void energy(@Nullable String text) {
    put("energy", text);
  }

  @Option(
      names = "--brightness",
      paramLabel = "WORDS",
      description = "Only music that is dark, balanced or bright; several with commas.")
  void brightness(@Nullable String text) {
    put("brightness", text);
  }

  @Option(
      names = "--vocal",
      paramLabel = "yes|no",
      description = "Only music with a voice, or without one.")
  void vocal(@Nullable String text) {
    put("vocal", text);
  }

  @Option(
      names = "--loudness",
      paramLabel = "LUFS",
      description = "Only music of this integrated loudness: -20..-14.")
  void loudness(@Nullable String text) {
    put("loudness", text);
  }

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      description = "Only music whose licence is known to allow this platform.")
  void platform(@Nullable String text) {
    put("platform", text);
  }

  @Option(
      names = "--territory",
      paramLabel = "XX",
      description = "Only music whose licence is known to allow this country, such as DE.")
  void territory(@Nullable String text) {
    put("territory", text);
  }

  private void put(String name, @Nullable String text) {
    if (text != null) {
      written.put(name, text);
    }
  }

  MusicFilter filter() {
    return MusicFilter.parse(name -> Optional.ofNullable(written.get(name)));
  }
}
