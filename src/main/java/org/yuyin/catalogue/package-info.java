/**
 * What there is: ads, tracks and categories (fine and merged), and the ingest that fills them from
 * folders and manifests. Reads {@code media}; everything downstream asks it for ads.
 */
@NullMarked
package org.yuyin.catalogue;

import org.jspecify.annotations.NullMarked;
