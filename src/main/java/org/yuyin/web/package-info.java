/** Pages and REST endpoints: thin, no logic of their own. Never blocks the event loop. */
@NullMarked
package org.yuyin.web;

import org.jspecify.annotations.NullMarked;
