package org.yuyin.retrieval;

import java.util.List;
import java.util.Optional;

/**
 * A ranked answer.
 *
 * @param run whose model ranked
 * @param method of that run
 * @param dataset whose items were ranked, with version
 * @param pool different tracks among them, or ads for the reverse direction
 * @param items the best first
 * @param unsure why not to trust the ranking, in one sentence; empty when nothing speaks against it
 * @param substitutes extractors that stood in for stronger ones, by name
 */
public record Recommendations(
    long run,
    String method,
    String dataset,
    int pool,
    List<Recommendation> items,
    Optional<String> unsure,
    List<String> substitutes) {
  public Recommendations {
    items = List.copyOf(items);
    substitutes = List.copyOf(substitutes);
  }
}
