package org.yuyin.storage;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A tensor that a network needs.
 *
 * @param name as in the file
 * @param sizes of its dimensions
 */
public record TensorShape(String name, List<Long> sizes) {
  /** Of that name and shape. */
  public static TensorShape of(String name, long... sizes) {
    return new TensorShape(name, LongStream.of(sizes).boxed().toList());
  }
}
