/** Checks of an installation: what works, what is weaker than it could be, what is broken. */
@NullMarked
package org.yuyin.operations.doctor;

import org.jspecify.annotations.NullMarked;
