package org.yuyin.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorIndexTest {
  private static final int ITEMS = 100_000;
  private static final int WIDTH = 256;

  @Test
  void theFirstTenAreThoseOfAFullScanOnRandomVectors() {
    var random = new Random(1);
    assertThatSearchEqualsTheFullScan(
        unitVectors(ITEMS, WIDTH, random), unitVectors(20, WIDTH, random));
  }

  @Test
  void theFirstTenAreThoseOfAFullScanOnClusteredVectors() {
    var random = new Random(2);
    var centres = unitVectors(200, WIDTH, random);
    assertThatSearchEqualsTheFullScan(around(centres, ITEMS, random), around(centres, 20, random));
  }

  @Test
  void itemsThatDifferLessThanEightBitsTellAreStillRankedExactly() {
    // All nearly the same: the first pass cannot order them, the second must look at every one.
    var random = new Random(3);
    var one = unitVectors(1, 64, random)[0];
    var points = new float[5_000][];
    for (int i = 0; i < points.length; i++) {
      points[i] = one.clone();
      points[i][i % 64] += 1e-4f * random.nextFloat();
    }
    assertThatSearchEqualsTheFullScan(points, new float[][] {one});
  }

  @Test
  void theVectorKernelGivesThePlainLoopsNumbers() {
    var random = new Random(4);
    // Widths around the number of lanes, and both extremes of a byte.
    for (int width : new int[] {1, 7, 31, 32, 33, 64, 250, 256}) {
      var items = new byte[100 * width];
      var query = new byte[width];
      for (int i = 0; i < items.length; i++) {
        items[i] = (byte) (random.nextInt(255) - 127);
      }
      Arrays.fill(items, 0, width, (byte) -127);
      Arrays.fill(query, (byte) 127);
      var plain = new int[100];
      var vectors = new int[100];
      new ScalarInt8Kernel().multiply(items, query, plain);
      VectorInt8Kernel.orScalar().multiply(items, query, vectors);
      assertThat(vectors).as("width " + width).isEqualTo(plain);
      assertThat(plain[0]).isEqualTo(-127 * 127 * width);
    }
  }

  @Test
  void bothKernelsFindTheSame() {
    var random = new Random(5);
    var points = unitVectors(20_000, 128, random);
    var plain = VectorIndex.of(points, new ScalarInt8Kernel());
    var vectors = VectorIndex.of(points, VectorInt8Kernel.orScalar());
    for (var query : unitVectors(10, 128, random)) {
      assertThat(vectors.nearest(query, 30)).isEqualTo(plain.nearest(query, 30));
    }
  }

  @Test
  void onlyAllowedItemsAreFoundAndTheyAreTheBestOfThose() {
    var random = new Random(6);
    var points = unitVectors(3_000, 32, random);
    var query = unitVectors(1, 32, random)[0];
    var found = VectorIndex.of(points).nearest(query, 10, item -> item % 97 == 0);
    var expected = fullScan(points, query).stream().filter(hit -> hit.item() % 97 == 0).limit(10);
    assertThat(found).containsExactlyElementsOf(expected.toList());
  }

  @Test
  void smallAndEmptyIndexesGiveWhatTheyHave() {
    assertThat(VectorIndex.of(new float[0][]).nearest(new float[] {1}, 10)).isEmpty();
    var two = VectorIndex.of(new float[][] {{0, 0}, {1, 0}});
    assertThat(two.nearest(new float[] {1, 1}, 10))
        .containsExactly(new VectorIndex.Hit(1, 1), new VectorIndex.Hit(0, 0));
    assertThat(two.nearest(new float[] {1, 1}, 10, item -> false)).isEmpty();
  }

  private static void assertThatSearchEqualsTheFullScan(float[][] points, float[][] queries) {
    var index = VectorIndex.of(points);
    for (var query : queries) {
      assertThat(index.nearest(query, 10)).isEqualTo(fullScan(points, query).subList(0, 10));
    }
  }

  private static List<VectorIndex.Hit> fullScan(float[][] points, float[] query) {
    return IntStream.range(0, points.length)
        .mapToObj(item -> new VectorIndex.Hit(item, VectorIndex.dot(points[item], query)))
        .sorted()
        .toList();
  }

  private static float[][] around(float[][] centres, int count, Random random) {
    var points = unitVectors(count, centres[0].length, random);
    for (var point : points) {
      var centre = centres[random.nextInt(centres.length)];
      for (int d = 0; d < point.length; d++) {
        point[d] = centre[d] + 0.4f * point[d];
      }
      normalise(point);
    }
    return points;
  }

  private static float[][] unitVectors(int count, int width, Random random) {
    var points = new float[count][width];
    for (var point : points) {
      for (int d = 0; d < width; d++) {
        // Close enough to a normal distribution, and quicker to draw.
        point[d] = random.nextFloat() + random.nextFloat() + random.nextFloat() - 1.5f;
      }
      normalise(point);
    }
    return points;
  }

  private static void normalise(float[] point) {
    float length = (float) Math.sqrt(VectorIndex.dot(point, point));
    for (int d = 0; d < point.length; d++) {
      point[d] /= length;
    }
  }
}
