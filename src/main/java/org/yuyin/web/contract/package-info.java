/**
 * What the REST interface promises: the contract in {@code api/openapi.yaml}, requests checked by
 * it, and its page.
 */
@NullMarked
package org.yuyin.web.contract;

import org.jspecify.annotations.NullMarked;
