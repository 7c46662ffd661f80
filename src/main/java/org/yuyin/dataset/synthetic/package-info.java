/**
 * Made-up datasets of any size with a known structure, for testing what each part of a model is
 * for: features of the paper's widths, categories and splits, drawn from factors whose agreement
 * between pictures and music is set. Upstream of nothing but {@code dataset} itself.
 */
@NullMarked
package org.yuyin.dataset.synthetic;

import org.jspecify.annotations.NullMarked;
