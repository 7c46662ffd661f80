package org.yuyin.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.yuyin.storage.InputException;

/** Tells a file's format from its first bytes, before any decoder sees it. */
final class ContainerSniffer {
  private static final int HEAD_BYTES = 16;
  private static final Set<String> FIRST_BOXES =
      Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

  private final long maxFileBytes;

  ContainerSniffer(long maxFileBytes) {
    this.maxFileBytes = maxFileBytes;
  }

  /**
   * The format of a whole media file.
   *
   * @throws InputException when there is no such file, it cannot be read, is empty, too large, cut
   *     off, or of no known format
   */
  Container sniff(Path file) {
    if (!Files.exists(file)) {
      throw new InputException(file + ": there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": is not a file but a folder or device");
    }
    try (var channel = FileChannel.open(file)) {
      return sniff(file, channel);
    } catch (AccessDeniedException e) {
      throw new InputException(file + ": cannot be read; check its permissions", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private Container sniff(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size == 0) {
      throw new InputException(file + ": is empty (0 bytes)");
    }
    if (size > maxFileBytes) {
      throw new InputException(
          "%s: is too large: %d MB, at most %d MB are taken"
              .formatted(file, size >> 20, maxFileBytes >> 20));
    }
    var container =
        byMagic(CutOff.bytes(channel, 0, HEAD_BYTES).array())
            .orElseThrow(
                () ->
                    new InputException(
                        "%s: is not a media file we read (%s)".formatted(file, Container.NAMES)));
    switch (container) {
      case MP4 -> Mp4Boxes.requireWhole(file, channel);
      case MATROSKA -> MatroskaElements.requireWhole(file, channel);
      case WAV -> WavChunks.requireWhole(file, channel);
      case MP3 -> Mp3Length.requireWhole(file, channel);
      case FLAC, OGG, AAC -> {} // say nowhere how many bytes they have
    }
    return container;
  }

  private static Optional<Container> byMagic(byte[] head) {
    var start = new String(head, StandardCharsets.ISO_8859_1);
    if (FIRST_BOXES.contains(start.substring(4, 8))) {
      return Optional.of(Container.MP4);
    }
    if (start.startsWith("\u001a\u0045\u00df\u00a3")) {
      return Optional.of(Container.MATROSKA);
    }
    if (start.startsWith("RIFF") && start.startsWith("WAVE", 8)) {
      return Optional.of(Container.WAV);
    }
    if (start.startsWith("fLaC")) {
      return Optional.of(Container.FLAC);
    }
    if (start.startsWith("OggS")) {
      return Optional.of(Container.OGG);
    }
    return byFrameSync(start, head);
  }

  // MPEG audio has no magic word: an ID3 tag, or a frame header of eleven 1 bits. Layer 0 is ADTS.
  private static Optional<Container> byFrameSync(String start, byte[] head) {
    if (start.startsWith("ID3")) {
      return Optional.of(Container.MP3);
    }
    int word = (head[0] & 0xff) << 8 | (head[1] & 0xff);
    if ((word & 0xfff6) == 0xfff0) {
      return Optional.of(Container.AAC);
    }
    boolean layerThree = (word & 0xffe6) == 0xffe2;
    boolean rateGiven = (head[2] & 0xf0) != 0xf0 && (head[2] & 0x0c) != 0x0c;
    return layerThree && rateGiven ? Optional.of(Container.MP3) : Optional.empty();
  }
}
