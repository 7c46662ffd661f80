/**
 * The demo catalogue: made-up ads for a first run without media at hand. A plan draws every ad's
 * category, mood and music from a seed; {@code picture} paints it, {@code music} composes for it,
 * and the files are written as real MP4 with a manifest that ingest reads. Everything is marked as
 * synthetic.
 */
@NullMarked
package org.yuyin.catalogue.synthetic;

import org.jspecify.annotations.NullMarked;
