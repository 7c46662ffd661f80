package org.yuyin.retrieval;

/** Works on every Java, without vector instructions of our own choosing. */
final class ScalarInt8Kernel implements Int8Kernel {
  @Override
  public void multiply(byte[] items, byte[] query, int[] products) {
    int width = query.length;
    for (int item = 0; item < products.length; item++) {
      int from = item * width;
      int sum = 0;
      for (int d = 0; d < width; d++) {
        sum += items[from + d] * query[d];
      }
      products[item] = sum;
    }
  }

  @Override
  public String description() {
    return "plain loops (start with --add-modules jdk.incubator.vector for a faster search)";
  }
}
