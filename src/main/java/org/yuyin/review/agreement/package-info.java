/**
 * How far people agree, and what they prefer: pure statistics on their answers, each with the paper
 * that its formula comes from.
 */
@NullMarked
package org.yuyin.review.agreement;

import org.jspecify.annotations.NullMarked;
