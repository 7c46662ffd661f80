package org.yuyin.feature;

import java.util.List;

/**
 * Frame-level values of a clip.
 *
 * @param columns names, such as {@code mfcc_sma[1]}
 * @param hopSeconds time between two rows; row k stands at k × hopSeconds
 * @param rows (frames, columns)
 */
public record FrameTable(List<String> columns, double hopSeconds, float[][] rows) {}
