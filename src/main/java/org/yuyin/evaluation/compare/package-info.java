/** Runs beside one another: lists of them, their curves, their numbers. */
@NullMarked
package org.yuyin.evaluation.compare;

import org.jspecify.annotations.NullMarked;
