/**
 * Pages: one class with one template of the same name each, listed in {@code Pages}, which also
 * feeds the menu.
 */
@NullMarked
package org.yuyin.web.page;

import org.jspecify.annotations.NullMarked;
