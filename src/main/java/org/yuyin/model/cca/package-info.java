/**
 * Canonical correlation analysis in double precision: covariances streamed from rows, and the pairs
 * of directions that correlate most. Used whole by one method, and by another on what its networks
 * give.
 */
@NullMarked
package org.yuyin.model.cca;

import org.jspecify.annotations.NullMarked;
