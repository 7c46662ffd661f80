/** Comparisons of methods as tables: what is in them, and the formats they are written in. */
@NullMarked
package org.yuyin.evaluation.table;

import org.jspecify.annotations.NullMarked;
