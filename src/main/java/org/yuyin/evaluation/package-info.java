/** How good a trained model is: ranking metrics in both directions, baselines, cross-validation. */
@NullMarked
package org.yuyin.evaluation;

import org.jspecify.annotations.NullMarked;
