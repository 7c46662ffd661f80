/**
 * Building blocks, losses and methods. A method turns a batch of features into a loss and, when
 * trained, each side of a pair into a point of the common space. Knows nothing of loops or files.
 */
@NullMarked
package org.yuyin.model;

import org.jspecify.annotations.NullMarked;
