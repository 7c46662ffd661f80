/**
 * The sound of the demo catalogue: music composed by rule from a category's style and a mood,
 * rendered by the JDK's own synthesiser, and an imitation of speech for the ads that the filter has
 * to refuse.
 */
@NullMarked
package org.yuyin.catalogue.synthetic.music;

import org.jspecify.annotations.NullMarked;
