package org.yuyin.catalogue.synthetic.picture;

/** Draws the products of one category. */
interface Product {
  /**
   * Draws one product into the square from (-100, -100) to (100, 100), standing on its lower edge
   * where it stands at all.
   */
  void draw(Pencil pencil, Look look);
}
