package org.yuyin.catalogue;

import java.util.Optional;
import org.yuyin.media.facts.SoundFacts;

/**
 * Music that was given by itself.
 *
 * @param id of the track
 * @param key lasting name
 * @param title how it is called
 * @param artist who made it
 * @param sha256 of its file
 * @param facts what was measured of it
 * @param licence what it may be used for
 */
public record UploadedTrack(
    long id,
    String key,
    String title,
    Optional<String> artist,
    String sha256,
    Optional<SoundFacts> facts,
    Optional<Licence> licence) {}
