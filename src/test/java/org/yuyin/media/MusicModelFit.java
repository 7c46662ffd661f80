package org.yuyin.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes {@code music-model.json}: {@code MusicModelFit MUSIC SINGING SPEECH OTHER TARGET.json},
 * each of the first four a folder of sound or video files that hold nothing but that.
 * docs/music-share.md says which files the shipped model was made of.
 */
final class MusicModelFit {
  private MusicModelFit() {}

  public static void main(String[] arguments) throws IOException {
    var examples =
        new MusicExamples(
            ClipFolder.in(Path.of(arguments[0])),
            ClipFolder.in(Path.of(arguments[1])),
            ClipFolder.in(Path.of(arguments[2])),
            ClipFolder.in(Path.of(arguments[3])));
    var steps = examples.make();
    var origin = "MusicModelFit on %s: %,d quarter seconds".formatted(examples, steps.size());
    var model = new MusicNetworkFit(steps).fit(origin);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(Path.of(arguments[4]).toFile(), model);
  }
}
