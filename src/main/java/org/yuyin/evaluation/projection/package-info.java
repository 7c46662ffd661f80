/** Points of a trained model laid out in a plane: worked out by a job, kept, and found again. */
@NullMarked
package org.yuyin.evaluation.projection;

import org.jspecify.annotations.NullMarked;
