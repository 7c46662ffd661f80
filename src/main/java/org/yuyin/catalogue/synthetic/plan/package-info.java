/**
 * What the demo catalogue will hold, drawn from a seed before anything is painted or composed:
 * categories, moods, which ads share a track, and the bad ones for the filter.
 */
@NullMarked
package org.yuyin.catalogue.synthetic.plan;

import org.jspecify.annotations.NullMarked;
