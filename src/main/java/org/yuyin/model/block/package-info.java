/** Parts that networks are put together from. A block knows the names of its weights, no values. */
@NullMarked
package org.yuyin.model.block;

import org.jspecify.annotations.NullMarked;
