/**
 * What transformer encoders have in common: attention, feed-forward and normalisation as
 * descriptions that name the tensors they need and run forward with them, and the files that
 * published models come in. The networks themselves lie with their modality.
 */
@NullMarked
package org.yuyin.feature.transformer;

import org.jspecify.annotations.NullMarked;
