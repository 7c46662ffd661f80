/**
 * REST endpoints, media with ranges and live events: one class each, listed in {@code Endpoints}.
 */
@NullMarked
package org.yuyin.web.api;

import org.jspecify.annotations.NullMarked;
