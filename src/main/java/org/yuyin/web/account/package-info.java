/** Who asks, and what they may: sessions and tokens of requests, and the table of roles. */
@NullMarked
package org.yuyin.web.account;

import org.jspecify.annotations.NullMarked;
