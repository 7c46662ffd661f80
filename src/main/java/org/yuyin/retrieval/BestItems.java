package org.yuyin.retrieval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The highest scores seen, at most a given number; of equal scores the earlier item stays. */
final class BestItems {
  private final int[] items;
  private final float[] scores;
  private int size;

  BestItems(int most) {
    items = new int[most];
    scores = new float[most];
  }

  /** Items come in rising order, so that an equal score never displaces an earlier one. */
  void offer(int item, float score) {
    if (size < items.length) {
      place(size++, item, score);
    } else if (size > 0 && score > scores[0]) {
      replaceWorst(item, score);
    }
  }

  boolean isFull() {
    return size == items.length;
  }

  /** The lowest kept score. */
  float worst() {
    return scores[0];
  }

  int size() {
    return size;
  }

  int item(int position) {
    return items[position];
  }

  /** The kept items, best first, equal scores by item. */
  List<VectorIndex.Hit> sorted() {
    var hits = new ArrayList<VectorIndex.Hit>(size);
    for (int i = 0; i < size; i++) {
      hits.add(new VectorIndex.Hit(items[i], scores[i]));
    }
    Collections.sort(hits);
    return hits;
  }

  // A binary heap with the worst at its root: the lowest score, of equal ones the latest item.
  private void place(int at, int item, float score) {
    int position = at;
    while (position > 0) {
      int parent = (position - 1) / 2;
      if (!isWorse(item, score, items[parent], scores[parent])) {
        break;
      }
      move(parent, position);
      position = parent;
    }
    items[position] = item;
    scores[position] = score;
  }

  private void replaceWorst(int item, float score) {
    int position = 0;
    for (int child = 1; child < size; child = 2 * position + 1) {
      if (child + 1 < size
          && isWorse(items[child + 1], scores[child + 1], items[child], scores[child])) {
        child++;
      }
      if (!isWorse(items[child], scores[child], item, score)) {
        break;
      }
      move(child, position);
      position = child;
    }
    items[position] = item;
    scores[position] = score;
  }

  private void move(int from, int to) {
    items[to] = items[from];
    scores[to] = scores[from];
  }

  private static boolean isWorse(int item, float score, int otherItem, float otherScore) {
    return score < otherScore || score == otherScore && item > otherItem;
  }
}
