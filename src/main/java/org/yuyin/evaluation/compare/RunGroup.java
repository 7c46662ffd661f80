package org.yuyin.evaluation.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yuyin.training.RunCard;

/**
 * Runs that differ in nothing but seed and fold.
 *
 * @param members by seed and fold; at least one
 */
public record RunGroup(List<Member> members) {
  public RunGroup {
    members = List.copyOf(members);
  }

  /**
   * A run of the group.
   *
   * @param recall Recall@10 of videos asking for music on the test split, 0 to 1
   * @param random what guessing gives for it
   */
  public record Member(RunCard run, Optional<Double> recall, Optional<Double> random) {}

  /**
   * A mean over the runs that have a value.
   *
   * @param deviation standard deviation with divisor n - 1; empty for fewer than two values
   */
  public record Mean(double value, OptionalDouble deviation) {
    static Optional<Mean> of(List<Double> values) {
      if (values.isEmpty()) {
        return Optional.empty();
      }
      double mean = values.stream().mapToDouble(it -> it).average().orElseThrow();
      double squares = values.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
      return Optional.of(
          new Mean(
              mean,
              values.size() < 2
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(Math.sqrt(squares / (values.size() - 1)))));
    }
  }

  /** The first member, which stands for what all have in common. */
  public RunCard first() {
    return members.getFirst().run();
  }

  /** Whether there is more than one run. */
  public boolean several() {
    return members.size() > 1;
  }

  /** How many different seeds. */
  public long seeds() {
    return members.stream().map(member -> member.run().seed()).distinct().count();
  }

  /** Numbers of the runs. */
  public List<Long> ids() {
    return members.stream().map(member -> member.run().id()).toList();
  }

  /** Recall@10 of videos asking for music. */
  public Optional<Mean> recall() {
    return Mean.of(members.stream().flatMap(member -> member.recall().stream()).toList());
  }

  /** What guessing gives for {@link #recall}. */
  public Optional<Mean> random() {
    return Mean.of(members.stream().flatMap(member -> member.random().stream()).toList());
  }

  /** The lowest evaluation loss. */
  public Optional<Mean> loss() {
    return Mean.of(members.stream().flatMap(member -> member.run().bestLoss().stream()).toList());
  }

  /** Time spent learning, all runs together. */
  public double learningSeconds() {
    return members.stream().mapToDouble(member -> member.run().learningSeconds()).sum();
  }

  /** Whether any run is expected to change. */
  public boolean live() {
    return members.stream().anyMatch(member -> member.run().live());
  }

  /** How many runs are in that state. */
  public long inState(String state) {
    return members.stream().filter(member -> member.run().state().equals(state)).count();
  }

  /** The states that occur. */
  public List<String> states() {
    return members.stream().map(member -> member.run().state()).distinct().toList();
  }
}
