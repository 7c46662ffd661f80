package org.yuyin.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files addressed by the SHA-256 of their content, {@code blobs/ab/cdef…}: the same content is kept
 * once, and a stored file never changes. Safe for many threads and processes.
 */
public final class BlobStore {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
  private static final int PREFIX = 2;

  private final Path blobs;
  private final Path temporary;

  /** The blobs of that data folder, which has been created. */
  public BlobStore(DataFolder folder) {
    this.blobs = folder.blobs();
    this.temporary = folder.temporary();
  }

  /** Stores a copy of a file. */
  public Blob put(Path file) {
    try (var in = Files.newInputStream(file)) {
      return put(in, Long.MAX_VALUE);
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }

  /**
   * Stores what the stream gives; leaves nothing behind when it fails. The stream stays open.
   *
   * @param mostBytes a longer stream is refused as soon as it exceeds this
   * @throws InputException when the content is too long or the disk cannot take it
   * @throws IOException when the stream itself cannot be read
   */
  public Blob put(InputStream in, long mostBytes) throws IOException {
    var part = temporary.resolve("blob-" + UUID.randomUUID());
    var reading = new FirstFailure(in);
    try {
      var digest = Sha256.digest();
      AtomicFile.writeAndSync(part, out -> reading.transferTo(capped(out, digest, mostBytes)));
      var blob = new Blob(Sha256.hex(digest), Files.size(part));
      keep(part, path(blob.sha256()));
      return blob;
    } catch (IOException e) {
      if (reading.failed()) {
        throw e;
      }
      throw IoProblems.writing(blobs, e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Where the content of that address lies, whether it is there or not. */
  public Path path(String sha256) {
    if (!ADDRESS.matcher(sha256).matches()) {
      throw new IllegalArgumentException("\"%s\" is no SHA-256 in hexadecimal".formatted(sha256));
    }
    return blobs.resolve(sha256.substring(0, PREFIX)).resolve(sha256.substring(PREFIX));
  }

  /** Whether the content of that address is there. */
  public boolean has(String sha256) {
    return Files.isRegularFile(path(sha256));
  }

  /**
   * Stores a file again when its content was deleted since it was put: for whoever has just written
   * a row that refers to it, see {@link BlobLock}.
   */
  public void ensure(String sha256, Path file) {
    if (!has(sha256)) {
      put(file);
    }
  }

  /** Deletes the content of an address; none is fine. Only with {@link BlobLock#DELETE}. */
  public void delete(String sha256) {
    try {
      Files.deleteIfExists(path(sha256));
    } catch (IOException e) {
      throw IoProblems.writing(path(sha256), e);
    }
  }

  /** Every address that there is, and when its content came. */
  public Map<String, Instant> all() {
    var all = new HashMap<String, Instant>();
    try (var folders = Files.newDirectoryStream(blobs)) {
      for (var folder : folders) {
        try (var files = Files.newDirectoryStream(folder)) {
          for (var file : files) {
            var address = "%s%s".formatted(folder.getFileName(), file.getFileName());
            if (ADDRESS.matcher(address).matches()) {
              all.put(address, Files.getLastModifiedTime(file).toInstant());
            }
          }
        }
      }
    } catch (IOException e) {
      throw IoProblems.reading(blobs, e);
    }
    return all;
  }

  // Whoever renames second replaces the file by equal content, which harms no reader.
  private static void keep(Path part, Path target) throws IOException {
    if (!Files.exists(target)) {
      Files.createDirectories(target.getParent());
      AtomicFile.moveInto(part, target);
    }
  }

  private static OutputStream capped(OutputStream out, MessageDigest digest, long mostBytes) {
    return new FilterOutputStream(new DigestOutputStream(out, digest)) {
      private long left = mostBytes;

      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        left -= length;
        if (left < 0) {
          throw new InputException("the file is larger than %,d bytes".formatted(mostBytes));
        }
        this.out.write(bytes, offset, length);
      }
    };
  }

  /** Tells a failure of the stream that is read from one of the disk that is written. */
  private static final class FirstFailure extends java.io.FilterInputStream {
    private boolean failed;

    FirstFailure(InputStream in) {
      super(in);
    }

    boolean failed() {
      return failed;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }
  }
}
