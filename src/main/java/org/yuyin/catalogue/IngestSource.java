package org.yuyin.catalogue;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file that is to be taken in, with what is known of it.
 *
 * @param file absolute path
 * @param name shown to people and unique in its collection; a manifest's id, or the file's path
 *     below its folder
 * @param category fine category
 * @param mergedCategory what a manifest merges it into
 * @param tag category tag, the text that models read
 * @param split train, evaluation or test
 * @param trackGroup a manifest's identity of the music; empty takes the sound itself
 * @param synthetic true when a generator made it
 */
public record IngestSource(
    Path file,
    String name,
    Optional<String> category,
    Optional<String> mergedCategory,
    Optional<String> tag,
    Optional<String> split,
    Optional<String> trackGroup,
    boolean synthetic) {

  /** A file of which only its place is known. */
  static IngestSource of(Path file, String name, Optional<String> category) {
    return new IngestSource(
        file,
        name,
        category,
        Optional.empty(),
        category,
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
