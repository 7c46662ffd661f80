package org.yuyin.web.ranking;

import java.util.List;
import java.util.Optional;

/**
 * Music for one ad, the best first.
 *
 * @param tracks ranked
 * @param pool tracks they were chosen from
 * @param runId the training run whose model ranked them
 * @param method of that run
 * @param pictureSeconds time spent on describing the pictures; near 0 when they were known
 * @param rankingSeconds time spent on comparing tracks
 * @param unsure why the model is unsure about this ad, in one sentence; empty when it is not
 * @param weaker extractors that stood in for stronger ones, by name
 */
public record Ranking(
    List<RankedTrack> tracks,
    int pool,
    long runId,
    String method,
    double pictureSeconds,
    double rankingSeconds,
    Optional<String> unsure,
    List<String> weaker) {
  public Ranking {
    tracks = List.copyOf(tracks);
    weaker = List.copyOf(weaker);
  }

  /** The place of a track in it; empty when it is not among them. */
  public Optional<Integer> placeOf(long trackId) {
    return tracks.stream()
        .filter(track -> track.trackId() == trackId)
        .findFirst()
        .map(RankedTrack::place);
  }

  /** The first tracks of it. */
  public Ranking first(int most) {
    return tracks.size() <= most
        ? this
        : new Ranking(
            tracks.subList(0, most),
            pool,
            runId,
            method,
            pictureSeconds,
            rankingSeconds,
            unsure,
            weaker);
  }
}
