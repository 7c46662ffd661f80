package org.yuyin.feature;

/**
 * What an extractor is, for lists and for the rows that its vectors are stored in.
 *
 * @param name as on the command line, such as {@code emobase}
 * @param version raised whenever the same input would give other numbers; part of the cache key.
 *     Where the weights are not fixed it is drawn from them, see {@link WeightsVersion}
 * @param modality what the vector describes
 * @param width values in a clip's vector
 * @param source publication or program it follows
 * @param weightsLicence licence of its weights, or "no weights"
 * @param substitute true when it stands in for a stronger extractor whose weights are not there;
 *     the user interface then says so
 */
public record ExtractorInfo(
    String name,
    int version,
    Modality modality,
    int width,
    String source,
    String weightsLicence,
    boolean substitute) {}
