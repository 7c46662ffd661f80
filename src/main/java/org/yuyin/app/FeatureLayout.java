package org.yuyin.app;

import org.yuyin.feature.ExtractorInfo;

/**
 * How extracted rows are laid out.
 *
 * @param extractor that makes them
 * @param item what a row's first column is called: {@code file} or {@code text}
 * @param namesItems whether there is such a column
 * @param frames whether a column {@code time} tells where each row stands
 */
record FeatureLayout(ExtractorInfo extractor, String item, boolean namesItems, boolean frames) {}
