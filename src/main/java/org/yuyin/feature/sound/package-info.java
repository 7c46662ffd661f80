/**
 * Turns a decoded sound track into vectors: the Kaldi filterbank and the statistics of it that
 * describe a piece of music, and, one package below, openSMILE's emobase set for its emotion. No
 * weights, no state between clips.
 */
@NullMarked
package org.yuyin.feature.sound;

import org.jspecify.annotations.NullMarked;
