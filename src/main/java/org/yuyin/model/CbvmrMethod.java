package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/**
 * Content-based video–music retrieval with a soft constraint on each modality's structure. Its
 * authors describe music by hand-crafted statistics. So do we: by those of openSMILE's emobase and,
 * unless told otherwise, by the sound feature, which by default is made of log-mel statistics;
 * where a dataset's sound feature was learned, {@code useSound=false} keeps to the authors' idea.
 */
final class CbvmrMethod implements Method<CbvmrMethod.Settings> {
  record Settings(
      @Setting(help = "Width of the first hidden layer.", min = 1, max = 16_384) int outer,
      @Setting(help = "Width of the hidden layers after it.", min = 1, max = 16_384) int inner,
      @Setting(help = "Width of the common space.", min = 1, max = 4_096) int width,
      @Setting(help = "Share of values that dropout leaves out.", min = 0, max = 0.99)
          double dropout,
      @Setting(help = "By how much a partner should be nearer.", min = 0, max = 2) double margin,
      @Setting(
              help = "Wrong partners that count for a row: those that violate the margin most.",
              min = 1,
              max = 65_536)
          int hardest,
      @Setting(help = "Weight of ranking music for pictures.", min = 0, max = 1_000)
          double videoToMusic,
      @Setting(help = "Weight of ranking pictures for music.", min = 0, max = 1_000)
          double musicToVideo,
      @Setting(help = "Weight of each modality's structure.", min = 0, max = 1_000)
          double structure,
      @Setting(help = "Use the sound feature beside emobase (false where it was learned).")
          boolean useSound) {}

  @Override
  public String name() {
    return "cbvmr";
  }

  @Override
  public String description() {
    return "Ranking over the hardest wrong partners, keeping each modality's structure.";
  }

  @Override
  public String source() {
    return "Hong, Im and Yang (2018)";
  }

  @Override
  public Settings defaults() {
    return new Settings(2048, 1024, 512, 0.1, 0.1, 100, 3, 1, 0.2, true);
  }

  @Override
  public Schedule schedule() {
    var usual = Schedule.fitted();
    return new Schedule(3e-4, usual.batch(), usual.epochs(), usual.patience());
  }

  @Override
  public Network network(Settings settings, DataShape shape) {
    return new CbvmrNetwork(settings, shape);
  }
}
