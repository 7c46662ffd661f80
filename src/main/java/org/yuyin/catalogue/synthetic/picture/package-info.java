/**
 * The pictures of the demo catalogue: products, sets and camera moves drawn with Java2D from a
 * category and a mood. No fonts are used, so it runs on a machine without any.
 */
@NullMarked
package org.yuyin.catalogue.synthetic.picture;

import org.jspecify.annotations.NullMarked;
