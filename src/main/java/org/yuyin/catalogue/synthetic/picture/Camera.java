package org.yuyin.catalogue.synthetic.picture;

/**
 * A move of the camera over one shot.
 *
 * @param zoomFrom 1 shows the whole picture
 * @param panFrom where the picture's middle is, in its units
 */
record Camera(double zoomFrom, double zoomTo, double panFrom, double panTo) {
  double zoom(double share) {
    return zoomFrom + (zoomTo - zoomFrom) * share;
  }

  double pan(double share) {
    return panFrom + (panTo - panFrom) * share;
  }
}
