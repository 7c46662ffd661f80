/**
 * Turns media and text into vectors: one {@link org.yuyin.feature.Extractor} for each way of doing
 * so, one registry, and a store that caches every vector by content hash. Extractors are frozen:
 * changing their maths means a new version.
 */
@NullMarked
package org.yuyin.feature;

import org.jspecify.annotations.NullMarked;
