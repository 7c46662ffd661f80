package org.yuyin.catalogue.synthetic.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/**
 * The moving picture of one ad, frame after frame. Products pulse on the beat when there is energy;
 * calm shots dissolve into one another, driving ones are cut hard with a flash.
 */
public final class Film {
  private static final double DISSOLVE_SECONDS = 0.5;
  private static final double FLASH_SECONDS = 0.12;

  private final FilmFormat format;
  private final Mood mood;
  private final double seconds;
  private final double beatSeconds;
  private final Palette palette;
  private final Drift drift;
  private final List<Shot> shots;

  /**
   * @param seconds length of the film
   * @param beatSeconds time from beat to beat of its music; cuts fall on beats
   */
  public Film(
      ProductCategory category,
      Mood mood,
      double seconds,
      double beatSeconds,
      long seed,
      FilmFormat format) {
    var director = new Director(category, mood, seed, format.height());
    this.format = format;
    this.mood = mood;
    this.seconds = seconds;
    this.beatSeconds = beatSeconds;
    this.palette = director.palette();
    this.drift = director.drift();
    this.shots = director.shots(seconds, beatSeconds);
  }

  /** How many frames there are. */
  public int frameCount() {
    return (int) Math.round(seconds * format.framesPerSecond());
  }

  /** How many shots there are. */
  public int shotCount() {
    return shots.size();
  }

  /**
   * Paints every frame in turn, all onto one and the same image of type {@code TYPE_INT_RGB}, which
   * must be used up before the receiver returns.
   */
  public void paint(Consumer<BufferedImage> receiver) {
    var image = format.image();
    var before = format.image();
    int shot = 0;
    double start = 0;
    for (int frame = 0; frame < frameCount(); frame++) {
      double now = (double) frame / format.framesPerSecond();
      if (shot < shots.size() - 1 && now >= start + shots.get(shot).seconds() - 1e-6) {
        start += shots.get(shot).seconds();
        shot++;
        copy(image, before);
      }
      var graphics = image.createGraphics();
      paintShot(graphics, shots.get(shot), now - start, now);
      if (shot > 0) {
        paintCut(graphics, before, now - start);
      }
      graphics.dispose();
      receiver.accept(image);
    }
  }

  private void paintShot(Graphics2D graphics, Shot shot, double inShot, double now) {
    double share = inShot / shot.seconds();
    Pencil.smooth(graphics);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_SPEED);
    graphics.translate(format.width() / 2.0, format.height() / 2.0);
    graphics.scale(format.height() / 180.0, format.height() / 180.0);
    double zoom = shot.camera().zoom(share);
    double pan = shot.camera().pan(share);
    paintSet(graphics, shot.set(), zoom * 0.98, pan * 0.6);
    graphics.scale(zoom, zoom);
    graphics.translate(-pan, 0);
    double pulse = 1 + 0.05 * mood.energy() * Math.exp(-7 * (now / beatSeconds % 1));
    for (var actor : shot.actors()) {
      paintActor(graphics, shot, actor, share, pulse);
    }
    drift.paint(new Pencil(graphics), palette, now, mood.energy());
  }

  private void paintSet(Graphics2D graphics, BufferedImage set, double zoom, double pan) {
    double units = 400.0 / set.getWidth() * zoom;
    var place = new AffineTransform(units, 0, 0, units, -pan, 0);
    place.translate(-set.getWidth() / 2.0, -set.getHeight() / 2.0);
    graphics.drawImage(set, place, null);
  }

  private void paintActor(Graphics2D graphics, Shot shot, Actor actor, double share, double pulse) {
    var pose = actor.at(share);
    double size = pose.size() * pulse;
    double y = pose.y();
    if (Double.isNaN(shot.ground())) {
      actor
          .sprite()
          .showShadow(graphics, pose.x() + size * 0.05, y + size * 0.08, size, pose.turn());
    } else {
      double foot = actor.sprite().foot();
      y -= (size - pose.size()) * foot;
      double height = Math.max(0, shot.ground() - (y + size * foot));
      double spread = size * (0.36 + 0.002 * height);
      double darkness = 0.3 / (1 + 0.05 * height);
      new Pencil(graphics)
          .glow(
              Pencil.oval(pose.x() + 3, Math.min(shot.ground() + 5, 100), spread, spread * 0.16),
              pose.x() + 3,
              shot.ground() + 5,
              spread,
              Tint.faint(Color.BLACK, darkness),
              Tint.faint(Color.BLACK, 0));
    }
    actor.sprite().show(graphics, pose.x(), y, size, pose.turn(), actor.squeezeAt(share));
  }

  private void paintCut(Graphics2D graphics, BufferedImage before, double inShot) {
    graphics.setTransform(new AffineTransform());
    if (mood.energy() < 0.5 && inShot < DISSOLVE_SECONDS) {
      float rest = (float) (1 - (inShot + 1.0 / format.framesPerSecond()) / DISSOLVE_SECONDS);
      graphics.setComposite(AlphaComposite.SrcOver.derive(Math.clamp(rest, 0f, 1f)));
      graphics.drawImage(before, 0, 0, null);
    } else if (mood.energy() >= 0.5 && inShot < FLASH_SECONDS) {
      graphics.setColor(Tint.faint(Color.WHITE, 0.3 * mood.energy()));
      graphics.fillRect(0, 0, format.width(), format.height());
    }
  }

  private static void copy(BufferedImage from, BufferedImage to) {
    var graphics = to.createGraphics();
    graphics.drawImage(from, 0, 0, null);
    graphics.dispose();
  }
}
