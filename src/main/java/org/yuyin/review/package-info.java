/** What people decide about recommendations and labels. */
@NullMarked
package org.yuyin.review;

import org.jspecify.annotations.NullMarked;
