package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuyin.evaluation.TextTable;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.facts.FactWords;
import org.yuyin.storage.InputException;
import org.yuyin.web.api.FactsJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin listen}: what is heard in files; with a manifest, how well that is measured. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    description = {
      "Say how much of a sound is music, second by second, and its tempo, key and loudness.",
      "With manifests that say the truth, say how often the filter of ingest is right.",
      "Needs no database. Seconds are m music, s speech, - silence, o other."
    })
final class ListenCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Where where = new Where();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Where paths of the manifests start (default: each manifest's folder).")
  private @Nullable Path root;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "At most so many random rows of each manifest.")
  private int sample = Integer.MAX_VALUE;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of the sample (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Files or manifests. */
  static final class Where {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Media files.")
    private List<Path> files = List.of();

    @Option(
        names = "--manifest",
        paramLabel = "FILE.csv",
        description =
            "CSV with column file, and where known music_proportion (else all is music) and kind;"
                + " may be repeated.")
    private List<Path> manifests = List.of();
  }

  @Override
  public Integer call() {
    if (sample < 1) {
      throw new InputException("--sample must be at least 1, got " + sample);
    }
    var listening = new Listening(new FfmpegMediaReader(MediaLimits.standard()));
    Output.of(spec).print(where.manifests.isEmpty() ? heard(listening) : score(listening));
    return Main.DONE;
  }

  private String heard(Listening listening) {
    var table =
        new TextTable("file", "music", "loudness", "true peak", "sound", "seconds").words(4, 5);
    var all = new JsonArray();
    for (var file : where.files) {
      var heard = listening.to(file);
      all.add(json(file, heard));
      var facts = heard.sound().map(sound -> sound.facts());
      var loudness = facts.flatMap(it -> it.loudness());
      table.add(
          String.valueOf(file.getFileName()),
          String.format(Locale.ROOT, "%.0f %%", 100 * heard.music().share()),
          loudness.map(it -> decibel(it.integratedLufs(), "LUFS")).orElse("-"),
          loudness.map(it -> decibel(it.truePeakDbtp(), "dBTP")).orElse("-"),
          facts.map(FactWords::line).orElse("no sound track"),
          heard.strip());
    }
    return json ? all.encodePrettily() : table.toString();
  }

  private static String decibel(double value, String unit) {
    return String.format(Locale.ROOT, "%.1f %s", value, unit);
  }

  private static JsonObject json(Path file, Listening.Heard heard) {
    return JsonObject.of(
        "file", file.toString(),
        "musicShare", heard.music().share(),
        "seconds", heard.strip(),
        "facts", heard.sound().map(FactsJson::of).orElse(null));
  }

  private String score(Listening listening) {
    var truths = new ArrayList<MusicTruth>();
    for (var manifest : where.manifests) {
      var start =
          Optional.ofNullable(root)
              .or(() -> Optional.ofNullable(manifest.toAbsolutePath().getParent()))
              .orElse(Path.of(""));
      truths.addAll(MusicTruth.in(manifest, start, sample, seed));
    }
    var score = new MusicScore();
    try (var progress = new ProgressLine("listen")) {
      for (int i = 0; i < truths.size(); i++) {
        score.add(truths.get(i), listening.to(truths.get(i).file()).music());
        progress.at(i + 1, truths.size());
      }
    }
    return json ? score.json().encodePrettily() : score.text();
  }
}
