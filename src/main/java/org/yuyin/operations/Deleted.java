package org.yuyin.operations;

import java.util.List;

/**
 * What a deletion did.
 *
 * @param decisions judgements of people that went with it
 * @param datasets labels of snapshots of before that still hold its name and vectors
 * @param filesWait whether its files go later, since a backup copies files now
 */
public record Deleted(int decisions, List<String> datasets, boolean filesWait) {
  public Deleted {
    datasets = List.copyOf(datasets);
  }
}
