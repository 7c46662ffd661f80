package org.yuyin.feature.picture;

import java.util.Arrays;
import java.util.List;
import org.yuyin.feature.picture.Layer.AveragePool;
import org.yuyin.feature.picture.Layer.Branches;
import org.yuyin.feature.picture.Layer.Chain;
import org.yuyin.feature.picture.Layer.Convolution;
import org.yuyin.feature.picture.Layer.MaximumPool;

/**
 * The architecture of Inception v3 (Szegedy et al., "Rethinking the Inception Architecture for
 * Computer Vision", 2015) up to its last convolutions, as Keras and torchvision build it: 94
 * convolutions in eleven mixed blocks. A picture of 299 × 299 becomes a map of 8 × 8 × 2048. The
 * names are those of torchvision's weights.
 */
final class InceptionV3 {
  /** Side of the input, pixels. */
  static final int SIDE = 299;

  /** Values of the penultimate layer, the mean of the last map. */
  static final int WIDTH = 2048;

  /** Name of the first convolution. */
  static final String FIRST = "Conv2d_1a_3x3";

  private InceptionV3() {}

  static Layer body() {
    return chain(
        stem(),
        mixed5("Mixed_5b", 32),
        mixed5("Mixed_5c", 64),
        mixed5("Mixed_5d", 64),
        mixed6a(),
        mixed6("Mixed_6b", 128),
        mixed6("Mixed_6c", 160),
        mixed6("Mixed_6d", 160),
        mixed6("Mixed_6e", 192),
        mixed7a(),
        mixed7("Mixed_7b"),
        mixed7("Mixed_7c"));
  }

  /** 299 × 299 × 3 to 35 × 35 × 192. */
  private static Layer stem() {
    return chain(
        shrinking(FIRST, 32, 3, 2),
        shrinking("Conv2d_2a_3x3", 32, 3, 1),
        same("Conv2d_2b_3x3", 64, 3, 3),
        new MaximumPool(),
        shrinking("Conv2d_3b_1x1", 80, 1, 1),
        shrinking("Conv2d_4a_3x3", 192, 3, 1),
        new MaximumPool());
  }

  /** 35 × 35. */
  private static Layer mixed5(String name, int poolFilters) {
    return branches(
        same(name + ".branch1x1", 64, 1, 1),
        chain(same(name + ".branch5x5_1", 48, 1, 1), same(name + ".branch5x5_2", 64, 5, 5)),
        chain(
            same(name + ".branch3x3dbl_1", 64, 1, 1),
            same(name + ".branch3x3dbl_2", 96, 3, 3),
            same(name + ".branch3x3dbl_3", 96, 3, 3)),
        chain(new AveragePool(), same(name + ".branch_pool", poolFilters, 1, 1)));
  }

  /** 35 × 35 to 17 × 17. */
  private static Layer mixed6a() {
    return branches(
        shrinking("Mixed_6a.branch3x3", 384, 3, 2),
        chain(
            same("Mixed_6a.branch3x3dbl_1", 64, 1, 1),
            same("Mixed_6a.branch3x3dbl_2", 96, 3, 3),
            shrinking("Mixed_6a.branch3x3dbl_3", 96, 3, 2)),
        new MaximumPool());
  }

  /** 17 × 17; {@code inner} filters within the factorised 7 × 7 branches. */
  private static Layer mixed6(String name, int inner) {
    return branches(
        same(name + ".branch1x1", 192, 1, 1),
        chain(
            same(name + ".branch7x7_1", inner, 1, 1),
            same(name + ".branch7x7_2", inner, 1, 7),
            same(name + ".branch7x7_3", 192, 7, 1)),
        chain(
            same(name + ".branch7x7dbl_1", inner, 1, 1),
            same(name + ".branch7x7dbl_2", inner, 7, 1),
            same(name + ".branch7x7dbl_3", inner, 1, 7),
            same(name + ".branch7x7dbl_4", inner, 7, 1),
            same(name + ".branch7x7dbl_5", 192, 1, 7)),
        chain(new AveragePool(), same(name + ".branch_pool", 192, 1, 1)));
  }

  /** 17 × 17 to 8 × 8. */
  private static Layer mixed7a() {
    return branches(
        chain(
            same("Mixed_7a.branch3x3_1", 192, 1, 1), shrinking("Mixed_7a.branch3x3_2", 320, 3, 2)),
        chain(
            same("Mixed_7a.branch7x7x3_1", 192, 1, 1),
            same("Mixed_7a.branch7x7x3_2", 192, 1, 7),
            same("Mixed_7a.branch7x7x3_3", 192, 7, 1),
            shrinking("Mixed_7a.branch7x7x3_4", 192, 3, 2)),
        new MaximumPool());
  }

  /** 8 × 8 × 2048. */
  private static Layer mixed7(String name) {
    return branches(
        same(name + ".branch1x1", 320, 1, 1),
        chain(
            same(name + ".branch3x3_1", 384, 1, 1),
            branches(
                same(name + ".branch3x3_2a", 384, 1, 3), same(name + ".branch3x3_2b", 384, 3, 1))),
        chain(
            same(name + ".branch3x3dbl_1", 448, 1, 1),
            same(name + ".branch3x3dbl_2", 384, 3, 3),
            branches(
                same(name + ".branch3x3dbl_3a", 384, 1, 3),
                same(name + ".branch3x3dbl_3b", 384, 3, 1))),
        chain(new AveragePool(), same(name + ".branch_pool", 192, 1, 1)));
  }

  private static Layer same(String name, int filters, int height, int width) {
    return new Convolution(name, filters, height, width, 1, true);
  }

  private static Layer shrinking(String name, int filters, int side, int stride) {
    return new Convolution(name, filters, side, side, stride, false);
  }

  private static Layer chain(Layer... layers) {
    return new Chain(List.copyOf(Arrays.asList(layers)));
  }

  private static Layer branches(Layer... branches) {
    return new Branches(List.copyOf(Arrays.asList(branches)));
  }
}
