/**
 * The Audio Spectrogram Transformer: its published checkpoints, its input, and the network on DJL.
 */
@NullMarked
package org.yuyin.feature.sound.ast;

import org.jspecify.annotations.NullMarked;
