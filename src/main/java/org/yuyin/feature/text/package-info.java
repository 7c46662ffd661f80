/** Vectors of category tags by Chinese sentence encoders. */
@NullMarked
package org.yuyin.feature.text;

import org.jspecify.annotations.NullMarked;
