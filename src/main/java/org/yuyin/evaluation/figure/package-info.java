/**
 * The paper's figures: points of a trained model laid out in a plane, densities of similarities,
 * and the numbers that say what the eye believes to see.
 */
@NullMarked
package org.yuyin.evaluation.figure;

import org.jspecify.annotations.NullMarked;
