package org.yuyin.feature.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads the Inception v3 model out of the tarball of the npm package nsfwjs 4.4.0 (MIT licence,
 * Infinite Red): {@code model.min.js} and six shards, JavaScript modules that each hold one long
 * base64 literal.
 */
final class NsfwjsPackage {
  private static final String FOLDER = "package/dist/models/inception_v3/";
  private static final int SHARDS = 6;
  private static final long LARGEST_MODULE = 16 << 20;

  private NsfwjsPackage() {}

  static TfjsModel model(Path tarball) throws IOException {
    var modules = modules(tarball);
    var bytes = new ByteArrayOutputStream();
    for (int shard = 1; shard <= SHARDS; shard++) {
      bytes.write(shard(module(modules, "group1-shard%dof%d".formatted(shard, SHARDS))));
    }
    return new TfjsModel(module(modules, "model"), bytes.toByteArray());
  }

  private static Map<String, String> modules(Path tarball) throws IOException {
    Map<String, String> modules = new HashMap<>();
    try (InputStream file = Files.newInputStream(tarball);
        var tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().startsWith(FOLDER) && entry.getSize() <= LARGEST_MODULE) {
          var text = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
          modules.put(entry.getName().substring(FOLDER.length()), text);
        }
      }
    }
    return modules;
  }

  private static String module(Map<String, String> modules, String name) throws IOException {
    var text = modules.get(name + ".min.js");
    if (text == null) {
      throw new IOException("the package lacks " + FOLDER + name + ".min.js");
    }
    return text;
  }

  /** The longest string literal of the module; base64 needs no escapes. */
  private static byte[] shard(String module) {
    var longest =
        Arrays.stream(module.split("\"", -1)).max(Comparator.comparingInt(String::length));
    return Base64.getDecoder().decode(longest.orElse(""));
  }
}
