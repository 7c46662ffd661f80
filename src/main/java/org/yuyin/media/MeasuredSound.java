package org.yuyin.media;

import java.util.Optional;

/**
 * A decoded sound track and how loud it was before its channels were mixed.
 *
 * @param sound the samples
 * @param loudness empty for silence, and where it could not be measured
 */
public record MeasuredSound(Sound sound, Optional<ProgrammeLoudness> loudness) {}
