/**
 * Settings records: how {@code --set key=value} and stored JSON become one, and how help is made.
 */
@NullMarked
package org.yuyin.model.settings;

import org.jspecify.annotations.NullMarked;
