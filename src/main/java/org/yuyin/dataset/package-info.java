/**
 * Immutable snapshots of paired features that models train on: splits, folds, import and export.
 * Reads {@code catalogue} and {@code feature}.
 */
@NullMarked
package org.yuyin.dataset;

import org.jspecify.annotations.NullMarked;
