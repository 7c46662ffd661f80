/** Who reviews, and getting queues ready without waiting on the event loop. */
@NullMarked
package org.yuyin.web.review;

import org.jspecify.annotations.NullMarked;
