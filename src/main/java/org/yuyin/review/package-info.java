/**
 * What people decide about recommendations and labels: queues that hand out items under a lease,
 * decisions that are stored one by one and can be undone, raw decisions as files, and what follows
 * from them: agreement, preference scores, corrected labels, graded relevance. The last of the
 * flow; verdicts return to {@code dataset} as data, through its {@code LabelSource}.
 */
@NullMarked
package org.yuyin.review;

import org.jspecify.annotations.NullMarked;
