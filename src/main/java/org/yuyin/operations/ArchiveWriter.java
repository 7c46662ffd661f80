package org.yuyin.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.yuyin.operations.BackupManifest.Entry;
import org.yuyin.storage.Sha256;

/** Writes entries into a tar, one after the other, and notes what each held. */
final class ArchiveWriter {
  private static final int COPY_BYTES = 1 << 16;

  private final TarArchiveOutputStream tar;
  private final List<Entry> entries = new ArrayList<>();

  /** Leaves the stream open. */
  ArchiveWriter(OutputStream out) {
    tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  Entry add(String name, byte[] content) throws IOException {
    return add(name, new ByteArrayInputStream(content), content.length);
  }

  /** A file as it is when it is opened; whoever replaces it meanwhile does not matter. */
  Entry add(String name, Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return add(name, Channels.newInputStream(channel), channel.size());
    }
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  void finish(BackupManifest manifest) throws IOException {
    add(BackupManifest.NAME, manifest.toJson());
    tar.finish();
  }

  private Entry add(String name, InputStream in, long bytes) throws IOException {
    var digest = Sha256.digest();
    var header = new TarArchiveEntry(name);
    header.setSize(bytes);
    tar.putArchiveEntry(header);
    copy(new DigestInputStream(in, digest), bytes, name);
    tar.closeArchiveEntry();
    var entry = new Entry(name, bytes, Sha256.hex(digest));
    entries.add(entry);
    return entry;
  }

  private void copy(InputStream in, long bytes, String name) throws IOException {
    var buffer = new byte[COPY_BYTES];
    for (long left = bytes; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new IOException(name + " became shorter while it was copied");
      }
      tar.write(buffer, 0, read);
      left -= read;
    }
  }
}
