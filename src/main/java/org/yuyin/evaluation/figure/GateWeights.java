package org.yuyin.evaluation.figure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuyin.dataset.Snapshot;
import org.yuyin.feature.Modality;
import org.yuyin.feature.sound.emobase.EmobaseExtractor;
import org.yuyin.model.WeightValues;

/**
 * What the weighted fusion lets through, by group of features. For a piece of music with
 * standardised features x, the gate gives every column a weight w in 0..1, and the embedding adds
 * up w·x times a column of the linear layer; a column's share is how much of that sum's parts, by
 * their lengths, are its own.
 *
 * @param groups sound first, then the groups of the emotion features
 * @param rows pieces of music that were measured
 */
public record GateWeights(List<Group> groups, int rows) {
  private static final String FUSION = "music.fusion.";
  private static final String AVERAGE = "average/";

  public GateWeights {
    groups = List.copyOf(groups);
  }

  /**
   * Columns that belong together.
   *
   * @param key such as {@code audio} or {@code mfcc}
   * @param columns how many
   * @param gate mean weight, 0 to 1
   * @param share of the embedding, 0 to 1
   */
  public record Group(String key, int columns, double gate, double share) {}

  /**
   * Measures a model; empty when it has no gates.
   *
   * @param weights of the model
   * @param rows pairs whose music is fed to it
   */
  public static Optional<GateWeights> of(
      List<WeightValues> weights, Snapshot snapshot, int[] rows) {
    var byName =
        weights.stream().collect(Collectors.toMap(WeightValues::name, Function.identity()));
    return byName.containsKey(FUSION + "gate.weight")
        ? Optional.of(new Measuring(byName, snapshot).over(rows))
        : Optional.empty();
  }

  /** The arrays of one model. */
  private static final class Measuring {
    private final Map<String, WeightValues> weights;
    private final Snapshot snapshot;
    private final float[] gate;
    private final float[] bias;
    private final double[] lengths;
    private final double[] gates;
    private final double[] parts;

    Measuring(Map<String, WeightValues> weights, Snapshot snapshot) {
      this.weights = weights;
      this.snapshot = snapshot;
      gate = used(FUSION + "gate.weight");
      bias = used(FUSION + "gate.bias");
      lengths = lengths(used(FUSION + "linear.weight"), bias.length);
      gates = new double[bias.length];
      parts = new double[bias.length];
    }

    /** Of a model that keeps averages, those are used in place of the weights themselves. */
    private float[] used(String name) {
      var averaged = weights.get(AVERAGE + name);
      var own = averaged == null ? weights.get(name) : averaged;
      if (own == null) {
        throw new IllegalStateException("the model lacks " + name);
      }
      return own.values();
    }

    private static double[] lengths(float[] linear, int inputs) {
      var squares = new double[inputs];
      for (int i = 0; i < linear.length; i++) {
        squares[i % inputs] += (double) linear[i] * linear[i];
      }
      return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    GateWeights over(int[] rows) {
      for (int row : rows) {
        add(input(row));
      }
      double all = Arrays.stream(parts).sum();
      var columns = new LinkedHashMap<String, List<Integer>>();
      for (int column = 0; column < bias.length; column++) {
        columns.computeIfAbsent(groupOf(column), _ -> new java.util.ArrayList<>()).add(column);
      }
      var groups =
          columns.entrySet().stream()
              .map(
                  entry ->
                      new Group(
                          entry.getKey(),
                          entry.getValue().size(),
                          sum(gates, entry.getValue()) / entry.getValue().size() / rows.length,
                          sum(parts, entry.getValue()) / all))
              .toList();
      return new GateWeights(groups, rows.length);
    }

    private float[] input(int row) {
      var audio = standardised(Modality.AUDIO, row);
      var emotion = standardised(Modality.EMOTION, row);
      var both = Arrays.copyOf(audio, audio.length + emotion.length);
      System.arraycopy(emotion, 0, both, audio.length, emotion.length);
      return both;
    }

    private float[] standardised(Modality modality, int row) {
      var raw = snapshot.matrix(modality).row(row).clone();
      var mean = used("standardiser." + modality.key() + ".mean");
      var deviation = used("standardiser." + modality.key() + ".deviation");
      for (int column = 0; column < raw.length; column++) {
        raw[column] = (raw[column] - mean[column]) / deviation[column];
      }
      return raw;
    }

    private void add(float[] x) {
      for (int column = 0; column < x.length; column++) {
        float sum = bias[column];
        for (int input = 0; input < x.length; input++) {
          sum += gate[column * x.length + input] * x[input];
        }
        double w = 1 / (1 + Math.exp(-sum));
        gates[column] += w;
        parts[column] += w * Math.abs(x[column]) * lengths[column];
      }
    }

    private String groupOf(int column) {
      int audio = snapshot.matrix(Modality.AUDIO).width();
      if (column < audio) {
        return "audio";
      }
      var names = new EmobaseExtractor().columns();
      return bias.length - audio == names.size() ? group(names.get(column - audio)) : "emotion";
    }

    /** By openSMILE's name of the column. */
    private static String group(String column) {
      if (column.startsWith("mfcc")) {
        return "mfcc";
      }
      if (column.startsWith("lsp")) {
        return "lsp";
      }
      if (column.startsWith("pcm_zcr")) {
        return "zcr";
      }
      if (column.startsWith("voice")) {
        return "voicing";
      }
      return column.startsWith("F0") ? "pitch" : "loudness";
    }

    private static double sum(double[] values, List<Integer> columns) {
      return columns.stream().mapToDouble(column -> values[column]).sum();
    }
  }

  /** The share of all emotion features together. */
  public double emotionShare() {
    return groups.stream()
        .filter(group -> !group.key().equals("audio"))
        .mapToDouble(Group::share)
        .sum();
  }
}
