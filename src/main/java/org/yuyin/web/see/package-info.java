/**
 * Pictures of trained models for whoever asks: what an address means, what is stored, what waits.
 */
@NullMarked
package org.yuyin.web.see;

import org.jspecify.annotations.NullMarked;
