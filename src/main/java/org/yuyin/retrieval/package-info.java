/**
 * Recommendation: the model in service, the vector index, ranked music for an ad and the reverse.
 */
@NullMarked
package org.yuyin.retrieval;

import org.jspecify.annotations.NullMarked;
