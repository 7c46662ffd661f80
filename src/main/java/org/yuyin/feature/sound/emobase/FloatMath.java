package org.yuyin.feature.sound.emobase;

/**
 * Functions of the GNU C library in single precision, to the last bit: it does not always give the
 * nearest number, and the original calls it.
 */
final class FloatMath {
  private static final int ONE = 0x3f800000;
  private static final int SIGN_AND_EXPONENT = 0xff800000;
  private static final int MANTISSA_BITS = 23;

  private FloatMath() {}

  /** Tables of the logarithm: 16 stretches of [0.7, 1.4), each with a centre c. */
  private static final int STRETCH_BITS = 4;

  private static final int FIRST_STRETCH = 0x3f330000;

  /** 1 / c. */
  private static final double[] INVERSE = {
    0x1.661ec79f8f3bep+0, 0x1.571ed4aaf883dp+0, 0x1.49539f0f010bp+0, 0x1.3c995b0b80385p+0,
    0x1.30d190c8864a5p+0, 0x1.25e227b0b8eap+0, 0x1.1bb4a4a1a343fp+0, 0x1.12358f08ae5bap+0,
    0x1.0953f419900a7p+0, 0x1p+0, 0x1.e608cfd9a47acp-1, 0x1.ca4b31f026aap-1,
    0x1.b2036576afce6p-1, 0x1.9c2d163a1aa2dp-1, 0x1.886e6037841edp-1, 0x1.767dcf5534862p-1
  };

  /** ln c. */
  private static final double[] LOGARITHM = {
    -0x1.57bf7808caadep-2, -0x1.2bef0a7c06ddbp-2, -0x1.01eae7f513a67p-2, -0x1.b31d8a68224e9p-3,
    -0x1.6574f0ac07758p-3, -0x1.1aa2bc79c81p-3, -0x1.a4e76ce8c0e5ep-4, -0x1.1973c5a611cccp-4,
    -0x1.252f438e10c1ep-5, 0, 0x1.aa5aa5df25984p-5, 0x1.c5e53aa362eb4p-4,
    0x1.526e57720db08p-3, 0x1.bc2860d22477p-3, 0x1.1058bc8a07ee1p-2, 0x1.4043057b6ee09p-2
  };

  /**
   * Natural logarithm of a positive number (Szabolcs Nagy: Arm Optimized Routines, 2017, MIT
   * licence): table and polynomial in double precision.
   */
  static float log(float x) {
    int bits = Float.floatToRawIntBits(x);
    if (bits == ONE) {
      return 0;
    }
    if (x < Float.MIN_NORMAL) {
      bits = Float.floatToRawIntBits(x * 0x1p23f) - (MANTISSA_BITS << MANTISSA_BITS);
    }
    int offset = bits - FIRST_STRETCH;
    int stretch = offset >> MANTISSA_BITS - STRETCH_BITS & (1 << STRETCH_BITS) - 1;
    int exponent = offset >> MANTISSA_BITS;
    double mantissa = Float.intBitsToFloat(bits - (offset & SIGN_AND_EXPONENT));
    double r = mantissa * INVERSE[stretch] - 1;
    double rest = 0x1.5575b0be00b6ap-2 * r - 0x1.ffffef20a4123p-2;
    rest = -0x1.00ea348b88334p-2 * (r * r) + rest;
    return (float) (rest * (r * r) + (LOGARITHM[stretch] + exponent * 0x1.62e42fefa39efp-1 + r));
  }

  private static final float PI = 3.1415925026e+00f;
  private static final float HALF_PI = 1.5707962513e+00f;
  private static final float HALF_PI_REST = 7.5497894159e-08f;

  /** Below it arc cosine is a quarter turn. */
  private static final float TINY = 0x1p-57f;

  /**
   * Arc cosine (Sun Microsystems: fdlibm, e_acosf.c, 1993), all in single precision.
   *
   * @param x in [-1, 1]
   */
  static float acos(float x) {
    if (Math.abs(x) == 1) {
      return x > 0 ? 0 : PI + 2 * HALF_PI_REST;
    }
    if (Math.abs(x) < 0.5f) {
      return Math.abs(x) <= TINY
          ? HALF_PI + HALF_PI_REST
          : HALF_PI - (x - (HALF_PI_REST - x * fraction(x * x)));
    }
    float z = (1 - Math.abs(x)) * 0.5f;
    float root = (float) Math.sqrt(z);
    if (x < 0) {
      return PI - 2 * (root + (fraction(z) * root - HALF_PI_REST));
    }
    float head = Float.intBitsToFloat(Float.floatToRawIntBits(root) & 0xfffff000);
    float tail = (z - head * head) / (root + head);
    return 2 * (head + (fraction(z) * root + tail));
  }

  private static float fraction(float z) {
    float above = 7.9153501429e-04f + z * 3.4793309169e-05f;
    above = 2.0121252537e-01f + z * (-4.0055535734e-02f + z * above);
    above = z * (1.6666667163e-01f + z * (-3.2556581497e-01f + z * above));
    float below = 2.0209457874e+00f + z * (-6.8828397989e-01f + z * 7.7038154006e-02f);
    return above / (1 + z * (-2.4033949375e+00f + z * below));
  }
}
