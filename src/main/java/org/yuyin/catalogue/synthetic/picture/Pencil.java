package org.yuyin.catalogue.synthetic.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Draws with few words. Coordinates are those of the graphics it was given; y grows downwards.
 * Places are centres.
 */
final class Pencil {
  private final Graphics2D graphics;

  Pencil(Graphics2D graphics) {
    this.graphics = graphics;
    smooth(graphics);
  }

  /** Switches to smooth edges and fair image scaling. */
  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  static Shape oval(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  static Shape circle(double x, double y, double radius) {
    return oval(x, y, radius, radius);
  }

  static Shape box(double x, double y, double width, double height, double corner) {
    return new RoundRectangle2D.Double(
        x - width / 2, y - height / 2, width, height, 2 * corner, 2 * corner);
  }

  /** A closed polygon of x, y, x, y, … */
  static Shape polygon(double... points) {
    var path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int at = 2; at < points.length; at += 2) {
      path.lineTo(points[at], points[at + 1]);
    }
    path.closePath();
    return path;
  }

  /**
   * A closed smooth shape through the given points (Catmull-Rom).
   *
   * @param points x, y, x, y, …
   */
  static Shape blob(double... points) {
    int count = points.length / 2;
    var path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int at = 0; at < count; at++) {
      int before = 2 * ((at + count - 1) % count);
      int from = 2 * at;
      int to = 2 * ((at + 1) % count);
      int after = 2 * ((at + 2) % count);
      path.curveTo(
          points[from] + (points[to] - points[before]) / 6,
          points[from + 1] + (points[to + 1] - points[before + 1]) / 6,
          points[to] - (points[after] - points[from]) / 6,
          points[to + 1] - (points[after + 1] - points[from + 1]) / 6,
          points[to],
          points[to + 1]);
    }
    path.closePath();
    return path;
  }

  /** A star or, with few teeth and an inner radius near the outer, a burst. */
  static Shape star(double x, double y, double outer, double inner, int teeth) {
    var path = new Path2D.Double();
    for (int corner = 0; corner < 2 * teeth; corner++) {
      double angle = Math.PI * corner / teeth - Math.PI / 2;
      double radius = corner % 2 == 0 ? outer : inner;
      double cornerX = x + radius * Math.cos(angle);
      double cornerY = y + radius * Math.sin(angle);
      if (corner == 0) {
        path.moveTo(cornerX, cornerY);
      } else {
        path.lineTo(cornerX, cornerY);
      }
    }
    path.closePath();
    return path;
  }

  static Shape heart(double x, double y, double size) {
    var path = new Path2D.Double();
    path.moveTo(x, y + size);
    path.curveTo(x - 2.1 * size, y - 0.4 * size, x - 0.9 * size, y - 1.5 * size, x, y - 0.5 * size);
    path.curveTo(x + 0.9 * size, y - 1.5 * size, x + 2.1 * size, y - 0.4 * size, x, y + size);
    path.closePath();
    return path;
  }

  /** The shape and its mirror image left of the axis x = 0, as one. */
  static Area mirrored(Shape rightHalf) {
    var whole = new Area(rightHalf);
    whole.add(flipped(rightHalf));
    return whole;
  }

  /** The mirror image at the axis x = 0. */
  static Area flipped(Shape shape) {
    return new Area(AffineTransform.getScaleInstance(-1, 1).createTransformedShape(shape));
  }

  static Area common(Shape first, Shape second) {
    var area = new Area(first);
    area.intersect(new Area(second));
    return area;
  }

  static Area without(Shape first, Shape second) {
    var area = new Area(first);
    area.subtract(new Area(second));
    return area;
  }

  static Shape turned(Shape shape, double degrees, double x, double y) {
    return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y)
        .createTransformedShape(shape);
  }

  static Shape moved(Shape shape, double x, double y) {
    return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
  }

  void fill(Shape shape, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  /** From the top edge of the shape to its bottom edge. */
  void fall(Shape shape, Color top, Color bottom) {
    var bounds = shape.getBounds2D();
    fill(
        shape,
        new GradientPaint(
            0, (float) bounds.getMinY(), top, 0, (float) bounds.getMaxY() + 0.01f, bottom));
  }

  /** From the left edge of the shape to its right edge. */
  void across(Shape shape, Color left, Color right) {
    var bounds = shape.getBounds2D();
    fill(
        shape,
        new GradientPaint(
            (float) bounds.getMinX(), 0, left, (float) bounds.getMaxX() + 0.01f, 0, right));
  }

  /** From a bright spot outwards. */
  void glow(Shape shape, double x, double y, double radius, Color inner, Color outer) {
    fill(
        shape,
        new RadialGradientPaint(
            new Point2D.Double(x, y),
            (float) radius,
            new float[] {0, 1},
            new Color[] {inner, outer}));
  }

  /** A body lit from the upper left: lighter there, darker at the lower right edge. */
  void body(Shape shape, Color color) {
    var bounds = shape.getBounds2D();
    fall(shape, Tint.lighter(color, 0.16), Tint.darker(color, 0.1));
    glow(
        shape,
        bounds.getMinX() + 0.3 * bounds.getWidth(),
        bounds.getMinY() + 0.25 * bounds.getHeight(),
        0.55 * Math.max(bounds.getWidth(), bounds.getHeight()),
        Tint.faint(Color.WHITE, 0.22),
        Tint.faint(Color.WHITE, 0));
    double shadeFrom = bounds.getMinX() + 0.6 * bounds.getWidth();
    fill(
        shape,
        new GradientPaint(
            (float) shadeFrom,
            0,
            Tint.faint(Color.BLACK, 0),
            (float) bounds.getMaxX() + 0.01f,
            0,
            Tint.faint(Color.BLACK, 0.22)));
  }

  /** Glass or lacquer: the body with a hard stripe of light at the left. */
  void shiny(Shape shape, Color color) {
    body(shape, color);
    var bounds = shape.getBounds2D();
    var stripe =
        box(
            bounds.getMinX() + 0.2 * bounds.getWidth(),
            bounds.getCenterY(),
            0.1 * bounds.getWidth(),
            0.86 * bounds.getHeight(),
            0.05 * bounds.getWidth());
    fall(common(shape, stripe), Tint.faint(Color.WHITE, 0.6), Tint.faint(Color.WHITE, 0.12));
  }

  void line(double x1, double y1, double x2, double y2, double width, Color color) {
    stroke(new Line2D.Double(x1, y1, x2, y2), width, color);
  }

  void stroke(Shape shape, double width, Color color) {
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setPaint(color);
    graphics.draw(shape);
  }

  /** An open curve through quadratic control points: x, y, control x, control y, x, y, … */
  static Path2D curve(double... points) {
    var path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int at = 2; at + 3 < points.length; at += 4) {
      path.quadTo(points[at], points[at + 1], points[at + 2], points[at + 3]);
    }
    return path;
  }

  /** A straight line and its mirror image, as one open shape. */
  static Shape mirroredLine(double x1, double y1, double x2, double y2) {
    var both = new Path2D.Double(new Line2D.Double(x1, y1, x2, y2));
    both.append(new Line2D.Double(-x1, y1, -x2, y2), false);
    return both;
  }

  /** A pencil whose paper is moved and turned; this one stays as it is. */
  Pencil moved(double x, double y, double scale, double degrees) {
    var inner = (Graphics2D) graphics.create();
    inner.translate(x, y);
    inner.rotate(Math.toRadians(degrees));
    inner.scale(scale, scale);
    return new Pencil(inner);
  }
}
