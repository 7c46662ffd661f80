/**
 * The first step of the flow: probing and decoding of video files by ffmpeg child processes, frame
 * sampling, and how much of a sound track is music. Nothing here trusts its input.
 */
@NullMarked
package org.yuyin.media;

import org.jspecify.annotations.NullMarked;
