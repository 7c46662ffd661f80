package org.yuyin.retrieval;

import org.slf4j.LoggerFactory;

/** Dot products of 8-bit vectors: the first pass of a search. Every kernel gives equal numbers. */
interface Int8Kernel {
  /**
   * Multiplies every item with the query.
   *
   * @param items (items, width) in one piece, values in [-127, 127]
   * @param query (width), values in [-127, 127]
   * @param products (items), filled
   */
  void multiply(byte[] items, byte[] query, int[] products);

  /** What runs, for the log. */
  String description();

  /** The fastest kernel of this machine, chosen once; one log line says which one that is. */
  static Int8Kernel fastest() {
    return Fastest.KERNEL;
  }

  /** Chosen when it is first asked for. */
  final class Fastest {
    private static final Int8Kernel KERNEL = choose();

    private Fastest() {}

    private static Int8Kernel choose() {
      boolean moduleIsThere = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
      var kernel = moduleIsThere ? VectorInt8Kernel.orScalar() : new ScalarInt8Kernel();
      LoggerFactory.getLogger(VectorIndex.class)
          .info("vector search runs on {}", kernel.description());
      return kernel;
    }
  }
}
