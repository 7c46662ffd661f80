/**
 * The training loop: batches from memory-mapped snapshots, checkpoints, device choice, resumable
 * runs.
 */
@NullMarked
package org.yuyin.training;

import org.jspecify.annotations.NullMarked;
