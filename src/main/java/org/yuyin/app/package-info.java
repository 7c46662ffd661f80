/**
 * The program: one class for each command, the settings gathered once, and the wiring of every
 * registry. Uses everything, used by nothing.
 */
@NullMarked
package org.yuyin.app;

import org.jspecify.annotations.NullMarked;
