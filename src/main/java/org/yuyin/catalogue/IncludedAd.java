package org.yuyin.catalogue;

import java.util.Optional;

/**
 * An ad that models may learn from.
 *
 * @param id of the ad
 * @param name unique in its collection
 * @param sha256 of its media file
 * @param category fine category
 * @param mergedCategory what that is merged into
 * @param tag its category tag
 * @param trackId its music
 * @param trackKey the music's lasting identity
 * @param split as a manifest gave it
 * @param synthetic true when a generator made it
 */
public record IncludedAd(
    long id,
    String name,
    String sha256,
    String category,
    String mergedCategory,
    String tag,
    long trackId,
    String trackKey,
    Optional<String> split,
    boolean synthetic) {}
