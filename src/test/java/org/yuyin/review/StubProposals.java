package org.yuyin.review;

import java.util.List;
import org.yuyin.storage.InputException;

/** Proposes without a model: tracks are numbered, places above the last are refused. */
public final class StubProposals implements Proposals {
  private final int places;

  /** Knows so many places of every ranking. */
  public StubProposals(int places) {
    this.places = places;
  }

  @Override
  public Proposer open(ReviewTask task) {
    return new Proposer() {
      @Override
      public Subject propose(long adId, int place) {
        if (task.kind() == ReviewKind.RECOMMENDATION && place >= places) {
          throw new InputException("the ranking ends at place " + places);
        }
        return switch (task.kind()) {
          case RECOMMENDATION -> Subject.of(candidate("run:1", place + 1));
          case PREFERENCE ->
              Subject.of(
                  candidate(task.settings().options().get(0), 1),
                  candidate(task.settings().options().get(1), 2));
          case CATEGORY ->
              Subject.of(List.of(new Guess(task.settings().categories().getFirst(), 0.7)));
          case MUSIC -> throw new IllegalStateException("known from the start");
        };
      }

      @Override
      public void close() {}
    };
  }

  private static Candidate candidate(String option, long track) {
    return new Candidate(option, track, "Track " + track, "0123456789abcdef", 0.5);
  }
}
