package org.yuyin.feature.sound.emobase;

/**
 * The rotations of {@link SplitRadix}, rounded to single precision step by step as Ooura's C
 * program does it with single-precision variables: angles are multiples of a rounded angle, and
 * every other rotation of the first stage is interpolated between its neighbours.
 *
 * <p>A rotation is stored as (s, c, d) and turns (x, y) into {@code (s (cx - dy), s (cy + dx))} or,
 * as its conjugate, {@code (s (cx + dy), s (cy - dx))}. One of 45° is (√½, 1, 1), which rounds less
 * often than (1, √½, √½); for every other one s is 1.
 */
final class Twiddles {
  private static final float EIGHTH_TURN = (float) (Math.PI / 4);

  /** The program has its own code for parts of so many points, with fewer angles. */
  private static final int LEAF = 16;

  private final int points;
  private final float step;
  private final float half;

  /**
   * Prepares the angles.
   *
   * @param points of the whole transform; a power of two, at least 16
   */
  Twiddles(int points) {
    this.points = points;
    step = EIGHTH_TURN / (points / 4);
    half = cos(step * (points / 4));
  }

  /** A rotation by an angle, and the conjugate of the rotation by three times that angle. */
  private record Rotation(float c, float d, float c3, float d3) {
    /** By what the angle leaves of a quarter turn. */
    Rotation mirrored() {
      return new Rotation(d, c, d3, c3);
    }

    /** With thirds that follow from the angle itself; right only for 22.5°. */
    Rotation withOwnThirds() {
      return new Rotation(c, d, d, -c);
    }
  }

  /**
   * For the plain stage of a part: a rotation and a conjugate for each point of a quarter.
   *
   * @param size points in the part
   * @return (size / 4, 2, 3)
   */
  float[] plain(int size) {
    int quarter = size / 4;
    var table = new Table(2 * quarter).unit().unit();
    for (int j = 1; j < quarter; j++) {
      if (2 * j == quarter) {
        table.add(half, 1, 1).add(-half, 1, 1);
      } else {
        var lower = plainRotation(Math.min(j, quarter - j), size);
        var rotation = 2 * j < quarter ? lower : lower.mirrored();
        table.add(1, rotation.c, rotation.d).add(1, rotation.c3, rotation.d3);
      }
    }
    return table.numbers;
  }

  private Rotation plainRotation(int j, int size) {
    if (size == points) {
      return j % 2 == 0 ? rotation(j / 2) : between(j / 2, j / 2 + 1);
    }
    var rotation = rotation(j * (points / (2 * size)));
    return size == LEAF ? rotation.withOwnThirds() : rotation;
  }

  /**
   * For the turned stage of a part: two rotations and two conjugates for each point of a quarter.
   *
   * @param size points in the part, at most a quarter of the whole
   * @return (size / 4, 4, 3)
   */
  float[] turned(int size) {
    int quarter = size / 4;
    int stride = points / (4 * size);
    var table = new Table(4 * quarter).unit().add(half, 1, 1).unit().add(-half, 1, 1);
    for (int j = 1; j < quarter; j++) {
      var one = rotation(j * stride);
      var other = rotation((quarter - j) * stride).mirrored();
      if (2 * j == quarter) {
        one = one.withOwnThirds();
        other = new Rotation(other.c, other.d, -one.c, one.d);
      } else if (size == LEAF && j == 1) {
        other = new Rotation(other.c, other.d, -one.c, -one.d);
      } else if (size == LEAF) {
        one = new Rotation(one.c, one.d, -other.c, -other.d);
      }
      table.add(1, one.c, one.d).add(1, other.c, other.d);
      table.add(1, one.c3, one.d3).add(1, other.c3, other.d3);
    }
    return table.numbers;
  }

  /** By index × 4π / points, up to 45°. */
  private Rotation rotation(int index) {
    if (index == 0) {
      return new Rotation(1, 0, 1, 0);
    }
    if (LEAF * index == points) {
      return new Rotation(half, half, -half, -half);
    }
    float angle = step * (4 * index);
    float thrice = 3 * step * (4 * index);
    return new Rotation(cos(angle), sin(angle), cos(thrice), -sin(thrice));
  }

  private Rotation between(int below, int above) {
    var from = rotation(below);
    var to = rotation(above);
    float stretch = (float) (0.5 / StrictMath.cos(step * 2));
    float stretch3 = (float) (0.5 / StrictMath.cos(step * 6));
    return new Rotation(
        stretch * (from.c + to.c),
        stretch * (from.d + to.d),
        stretch3 * (from.c3 + to.c3),
        stretch3 * (from.d3 + to.d3));
  }

  private static float cos(float angle) {
    return (float) StrictMath.cos(angle);
  }

  private static float sin(float angle) {
    return (float) StrictMath.sin(angle);
  }

  private static final class Table {
    private static final int NUMBERS = 3;

    private final float[] numbers;
    private int next;

    Table(int rotations) {
      numbers = new float[NUMBERS * rotations];
    }

    Table unit() {
      return add(1, 1, 0);
    }

    Table add(float s, float c, float d) {
      numbers[next++] = s;
      numbers[next++] = c;
      numbers[next++] = d;
      return this;
    }
  }
}
