package org.yuyin.evaluation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * How every query of one direction fared.
 *
 * @param rows of the snapshot, one for each query
 * @param outcomes in the order of the rows
 */
public record QueryOutcomes(int[] rows, List<QueryOutcome> outcomes) {
  private static final int BYTES = 3 * Integer.BYTES + 3 * Float.BYTES;

  public QueryOutcomes {
    outcomes = List.copyOf(outcomes);
    if (rows.length != outcomes.size()) {
      throw new IllegalArgumentException(
          "%d rows cannot have %d outcomes".formatted(rows.length, outcomes.size()));
    }
  }

  /** As stored: for each query row, both ranks (int32) and three shares (float32). */
  byte[] toBytes() {
    var bytes = ByteBuffer.allocate(BYTES * rows.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows.length; i++) {
      var outcome = outcomes.get(i);
      bytes.putInt(rows[i]).putInt(outcome.instanceRank()).putInt(outcome.trackRank());
      bytes.putFloat((float) outcome.trackNdcgAt10());
      bytes.putFloat((float) outcome.categoryShare()).putFloat((float) outcome.mergedShare());
    }
    return bytes.array();
  }

  /** Reads what {@link #toBytes} gave. */
  static QueryOutcomes fromBytes(byte[] stored) {
    if (stored.length % BYTES != 0) {
      throw new IllegalArgumentException(
          "%d bytes are no whole number of outcomes".formatted(stored.length));
    }
    var bytes = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
    var rows = new int[stored.length / BYTES];
    var outcomes = new ArrayList<QueryOutcome>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = bytes.getInt();
      outcomes.add(
          new QueryOutcome(
              bytes.getInt(),
              bytes.getInt(),
              bytes.getFloat(),
              bytes.getFloat(),
              bytes.getFloat()));
    }
    return new QueryOutcomes(rows, outcomes);
  }
}
