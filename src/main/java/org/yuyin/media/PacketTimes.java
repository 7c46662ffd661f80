package org.yuyin.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads ffprobe's list of packets: {@code start,duration} in seconds, one packet a line. */
final class PacketTimes {
  private PacketTimes() {}

  /** Where the last packet ends, in seconds; 0 when no packet says. */
  static double end(InputStream output) throws IOException {
    double end = 0;
    var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.US_ASCII));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      double packetEnd = 0;
      for (var part : line.split(",", -1)) {
        packetEnd += part.isEmpty() || part.equals("N/A") ? 0 : Double.parseDouble(part);
      }
      end = Math.max(end, packetEnd);
    }
    return end;
  }
}
