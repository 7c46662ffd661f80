/** Losses: scalars of a batch, lower is better, differentiable. */
@NullMarked
package org.yuyin.model.loss;

import org.jspecify.annotations.NullMarked;
