package org.yuyin.catalogue.synthetic.music;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Drum patterns of one bar, at three strengths. A line is a drum and its steps of a sixteenth:
 * {@code X} accent, {@code x} stroke, {@code -} ghost note. Three beats take the first twelve
 * steps.
 */
enum Groove {
  NONE("", "", ""),
  CLICKS(
      "r ....x.......x...",
      "r ....x.......x... h x...x...x...x...",
      "r ....x.......x.-. h x.x.x.x.x.x.x.x. k x.......x......."),
  WALTZ(
      "r ....-...-...",
      "k x........... r ....x...x...",
      "k X........... s ....x...x... h x.x.x.x.x.x."),
  TIMPANI(
      "k -...............",
      "k x.......-....... t ............x.x.",
      "k X..x..x.x..x..x. t ....x.x...x.xxxx"),
  POP(
      "k x.......x....... r ....x.......x...",
      "k x.....x.x....... s ....x.......x... h x.x.x.x.x.x.x.x.",
      "k X.....x.x.x..... s ....X.......X..- h x.xxx.xxx.xxx.xx"),
  HOUSE(
      "k x...x...x...x... h ..x...x...x...x.",
      "k X...X...X...X... o ..x...x...x...x. s ....x.......x...",
      "k X...X...X...X... o ..X...X...X...X. s ....X.......X... h xx.xxx.xxx.xxx.x"),
  ROCK(
      "k x.......x....... s ....x.......x... h x...x...x...x...",
      "k X.....x.X.....x. s ....X.......X... h x.x.x.x.x.x.x.x.",
      "k X.x...x.X.x...x. s ....X.......X.xx o X...X...X...X... t ..............xx"),
  HIP_HOP(
      "k x.........x..... s ....x.......x... h x...x...x...x...",
      "k X..x......x..... s ....X.......X... h x.x.x.x-x.x.x.x-",
      "k X..x..x...xx.... s ....X..-.-..X... h x.xxx.x-x.xxxxx-"),
  FUNK(
      "k x.....x......... s ....x.......x... h x.x.x.x.x.x.x.x.",
      "k X..x..x...x..... s ....X..-.-..X..- h x-x-x-x-x-x-x-x-",
      "k X..x..x..xx..x.. s ....X..-.-.-X.-- h X-x-X-x-X-x-X-o-"),
  BOSSA(
      "r x..x...x....x...",
      "r x..x...x..x..x.. k x..x....x..x.... h -.-.-.-.-.-.-.-.",
      "r X..x..x...x..x.. k x..x....x..x.... h x-x-x-x-x-x-x-x-"),
  SWING(
      "h x.....x.x.....x.",
      "h x...x..xx...x..x r ....-.......-... k -.......-.......",
      "o x...X..xx...X..x s ....x..-....x.-- k x...x...x...x..."),
  MARCH(
      "r x...x...x...x...",
      "k x.......x....... r ....x.x.....x.xx",
      "k X.......X....... s ....x.xx....x.xx h x.x.x.x.x.x.x.x."),
  CHIP(
      "k x.......x....... h ..x...x...x...x.",
      "k X.....x.X....... s ....X.......X... h x.xxx.xxx.xxx.xx",
      "k X..x..x.X..x..x. s ....X.......X.XX h xxxxxxxxxxxxxxxx");

  private static final int KICK = 36;
  private static final int SIDE_STICK = 37;
  private static final int SNARE = 38;
  private static final int CLOSED_HAT = 42;
  private static final int LOW_TOM = 45;
  private static final int OPEN_HAT = 46;

  private final String[] strengths;

  Groove(String... strengths) {
    this.strengths = strengths;
  }

  /**
   * The strokes of one bar.
   *
   * @param from beat at which the bar begins
   * @param beats 3 or 4
   * @param strength 0 light, 1 usual, 2 full
   * @param swing how far every second eighth is late, in beats
   */
  List<Note> bar(double from, int beats, int strength, double swing, RandomGenerator random) {
    var strokes = new ArrayList<Note>();
    var words = strengths[strength].split(" ", -1);
    for (int line = 0; line + 1 < words.length; line += 2) {
      var steps = words[line + 1];
      for (int step = 0; step < Math.min(steps.length(), beats * 4); step++) {
        char stroke = steps.charAt(step);
        if (stroke != '.') {
          double late = step % 4 == 2 ? swing : 0;
          strokes.add(
              new Note(
                  from + step / 4.0 + late,
                  0.2,
                  drum(stroke == 'o' ? 'o' : words[line].charAt(0)),
                  loudness(stroke) + random.nextInt(9)));
        }
      }
    }
    return strokes;
  }

  private static int drum(char name) {
    return switch (name) {
      case 'k' -> KICK;
      case 's' -> SNARE;
      case 'h' -> CLOSED_HAT;
      case 'o' -> OPEN_HAT;
      case 'r' -> SIDE_STICK;
      case 't' -> LOW_TOM;
      default -> throw new IllegalStateException("no drum is called " + name);
    };
  }

  private static int loudness(char stroke) {
    return switch (stroke) {
      case 'X' -> 108;
      case '-' -> 44;
      default -> 84;
    };
  }
}
