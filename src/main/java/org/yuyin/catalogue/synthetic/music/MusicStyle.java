package org.yuyin.catalogue.synthetic.music;

import java.util.List;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/**
 * What the music of a product category has in common. Programs are numbered as in General MIDI,
 * from 0.
 *
 * @param slowest beats a minute at no energy
 * @param fastest beats a minute at full energy
 * @param beatsPerBar 3 or 4
 * @param swing how far every second eighth is late, in beats
 * @param tones of a chord: 3 plain, 4 with sevenths, 5 with ninths
 * @param leadFrom lowest MIDI key of the melody at middle brightness
 * @param leads programs for the melody
 * @param chords programs for the chords
 * @param pads programs for held chords; empty for none
 * @param basses programs for the bass
 */
record MusicStyle(
    double slowest,
    double fastest,
    int beatsPerBar,
    double swing,
    int tones,
    Groove groove,
    Comping comping,
    BassLine bassLine,
    int leadFrom,
    List<Integer> leads,
    List<Integer> chords,
    List<Integer> pads,
    List<Integer> basses) {

  static MusicStyle of(ProductCategory category) {
    return switch (category) {
      case VIDEO_GAMES ->
          new MusicStyle(
              112,
              168,
              4,
              0,
              3,
              Groove.CHIP,
              Comping.RUNNING,
              BassLine.OCTAVES,
              67,
              List.of(80, 81, 87),
              List.of(80, 7),
              List.of(),
              List.of(38, 39));
      case MOBILE_PHONES ->
          new MusicStyle(
              98,
              132,
              4,
              0,
              4,
              Groove.HOUSE,
              Comping.STABS,
              BassLine.SYNCOPATED,
              67,
              List.of(4, 11),
              List.of(62, 63),
              List.of(50, 51),
              List.of(38));
      case TABLETS ->
          new MusicStyle(
              80,
              124,
              4,
              0,
              3,
              Groove.CLICKS,
              Comping.BROKEN,
              BassLine.HELD,
              72,
              List.of(12, 13, 108),
              List.of(4, 5),
              List.of(54, 52),
              List.of(35));
      case BABY_CARE ->
          new MusicStyle(
              58,
              96,
              3,
              0,
              3,
              Groove.WALTZ,
              Comping.BROKEN,
              BassLine.HELD,
              79,
              List.of(10, 9),
              List.of(10, 46),
              List.of(49),
              List.of(32));
      case CHILDRENS_CLOTHING ->
          new MusicStyle(
              100,
              156,
              4,
              0,
              3,
              Groove.MARCH,
              Comping.OFF_BEATS,
              BassLine.ROOT_FIFTH,
              76,
              List.of(78, 72, 71),
              List.of(45, 12),
              List.of(),
              List.of(58, 70));
      case DAILY_NECESSITIES ->
          new MusicStyle(
              84,
              126,
              4,
              0,
              3,
              Groove.POP,
              Comping.STRUM,
              BassLine.ROOT_FIFTH,
              67,
              List.of(71, 73),
              List.of(25, 24),
              List.of(),
              List.of(33));
      case FOOD ->
          new MusicStyle(
              92,
              144,
              4,
              0,
              4,
              Groove.BOSSA,
              Comping.STABS,
              BassLine.BOSSA,
              64,
              List.of(66, 21, 22),
              List.of(24),
              List.of(21),
              List.of(32));
      case COSMETICS ->
          new MusicStyle(
              66,
              104,
              4,
              0.06,
              5,
              Groove.HIP_HOP,
              Comping.HELD,
              BassLine.SYNCOPATED,
              69,
              List.of(73, 75, 85),
              List.of(4),
              List.of(89, 51),
              List.of(35, 38));
      case SPORTS ->
          new MusicStyle(
              122,
              176,
              4,
              0,
              3,
              Groove.ROCK,
              Comping.POWER,
              BassLine.EIGHTHS,
              64,
              List.of(30, 61, 29),
              List.of(30, 29),
              List.of(),
              List.of(34));
      case WEDDING_DRESSES ->
          new MusicStyle(
              54,
              88,
              3,
              0,
              4,
              Groove.NONE,
              Comping.BROKEN,
              BassLine.HELD,
              72,
              List.of(40, 68),
              List.of(0),
              List.of(48, 49),
              List.of(42));
      case WOMENS_T_SHIRTS ->
          new MusicStyle(
              102,
              138,
              4,
              0,
              4,
              Groove.FUNK,
              Comping.CHARLESTON,
              BassLine.SYNCOPATED,
              67,
              List.of(61, 27),
              List.of(7, 6),
              List.of(50),
              List.of(36, 37));
      case DOWN_JACKETS ->
          new MusicStyle(
              72,
              124,
              4,
              0,
              3,
              Groove.TIMPANI,
              Comping.OSTINATO,
              BassLine.HELD,
              60,
              List.of(60, 57),
              List.of(48, 44),
              List.of(52, 19),
              List.of(43));
      case WOMENS_SUITS ->
          new MusicStyle(
              94,
              124,
              4,
              0,
              5,
              Groove.HOUSE,
              Comping.CHARLESTON,
              BassLine.OCTAVES,
              65,
              List.of(64, 65),
              List.of(17, 16),
              List.of(48),
              List.of(33, 38));
      case MENS_SUITS ->
          new MusicStyle(
              70,
              138,
              4,
              0.15,
              5,
              Groove.SWING,
              Comping.CHARLESTON,
              BassLine.WALKING,
              62,
              List.of(59, 56),
              List.of(0, 1),
              List.of(),
              List.of(32));
      case MENS_T_SHIRTS ->
          new MusicStyle(
              74,
              108,
              4,
              0.08,
              4,
              Groove.HIP_HOP,
              Comping.ALBERTI,
              BassLine.SYNCOPATED,
              60,
              List.of(27, 28, 26),
              List.of(2, 3),
              List.of(48),
              List.of(38, 39));
    };
  }
}
