package org.yuyin.training;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Computes a loss and sends its gradient back to the leaves it was computed from. DJL's own
 * collector allows only one training in a process at a time; this uses what lies beneath it, where
 * recording is a matter of the thread.
 */
final class Backpropagation {
  private Backpropagation() {}

  /** Computes the result with recording on, then the gradients of {@code loss(result)}. */
  static <R> R run(Supplier<R> computation, java.util.function.Function<R, NDArray> loss) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
    try {
      var result = computation.get();
      var scalar = (PtNDArray) loss.apply(result);
      try (var one = scalar.getManager().ones(scalar.getShape(), scalar.getDataType())) {
        JniUtils.backward(scalar, (PtNDArray) one, false, false);
      }
      return result;
    } finally {
      JniUtils.setGradMode(before);
    }
  }
}
