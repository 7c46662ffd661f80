/**
 * Vectors of an ad's pictures: Inception v3 on single frames, and plain colour and motion
 * statistics for where its weights are not. Reads frames from {@code media}.
 */
@NullMarked
package org.yuyin.feature.picture;

import org.jspecify.annotations.NullMarked;
