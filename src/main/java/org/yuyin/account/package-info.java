/**
 * Who uses the studio: users with roles, their passwords, sessions and tokens, and the log of what
 * they did. Knows nothing of requests; {@code web} asks it on each one, commands change it.
 */
@NullMarked
package org.yuyin.account;

import org.jspecify.annotations.NullMarked;
