/** The paper's tables for whoever asks: which one an address means, worked out once. */
@NullMarked
package org.yuyin.web.table;

import org.jspecify.annotations.NullMarked;
