/**
 * What people ask of a piece of music before they listen: how fast, in which key, how loud, how
 * lively, how bright, with or without a voice. Measured on the decoded sound, so {@code media} is
 * all it needs; {@code catalogue} keeps what it finds.
 */
@NullMarked
package org.yuyin.media.facts;

import org.jspecify.annotations.NullMarked;
