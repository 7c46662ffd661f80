package org.yuyin.model;

import org.yuyin.model.settings.Setting;

/**
 * How long and in what steps a method learns. Zero for {@code batch} or {@code epochs} means that
 * the size of the data decides; see {@code training.Course}.
 */
public record Schedule(
    @Setting(help = "Step size of Adam.", min = 1e-8, max = 1) double learningRate,
    @Setting(
            help = "Pairs in a batch; 0 chooses by the number of training pairs, 1024 at most.",
            min = 0,
            max = 65_536)
        int batch,
    @Setting(
            help =
                "Passes over the training pairs; 0 goes on until the evaluation loss stops falling,"
                    + " 30 on large data.",
            min = 0,
            max = 100_000)
        int epochs,
    @Setting(
            help =
                "With epochs=0: epochs without a lower evaluation loss after which training ends.",
            min = 1,
            max = 10_000)
        int patience) {

  /** The paper's Adam step size, with batch and epochs fitted to the data. */
  public static Schedule fitted() {
    return new Schedule(1e-4, 0, 0, 10);
  }
}
