package org.yuyin.catalogue.synthetic.music;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/**
 * Composes a piece of 8 to 12 seconds, mostly 8 to 10. The category gives instruments, metre,
 * groove and kind of harmony; energy gives tempo, density and drums; brightness gives mode,
 * register and tone colour. The rest is drawn from the seed.
 */
public final class Composer {
  private static final int LEAD = 0;
  private static final int CHORDS = 1;
  private static final int PAD = 2;
  private static final int BASS = 3;
  private static final int CRASH = 49;
  private static final double SHORTEST_SECONDS = 8.1;
  private static final double LONGEST_SECONDS = 10.4;

  /** Instruments that any category may borrow for its melody. */
  private static final List<Integer> GUESTS = List.of(0, 4, 11, 25, 40, 48, 66, 73, 80);

  private static final double GUEST_SHARE = 0.2;

  private final MusicStyle style;
  private final Mood mood;
  private final RandomGenerator random;
  private final double tempo;
  private final int beats;
  private final int bars;
  private final List<Chord> chords;

  private Composer(ProductCategory category, Mood mood, long seed) {
    this.style = MusicStyle.of(category);
    this.mood = mood;
    this.random = new SplittableRandom(seed);
    this.beats = style.beatsPerBar();
    double exact = mood.byEnergy(style.slowest(), style.fastest()) + 3 * random.nextGaussian();
    this.tempo = Math.clamp(exact, 50, 184);
    this.bars = barsFor(beats * 60 / tempo);
    var mode = Mode.of(Math.clamp(mood.brightness() + 0.08 * random.nextGaussian(), 0, 1));
    this.chords = Harmony.chords(48 + random.nextInt(12), mode, style.tones(), bars, random);
  }

  /** The same category, mood and seed always give the same piece. */
  public static Score compose(ProductCategory category, Mood mood, long seed) {
    return new Composer(category, mood, seed).score();
  }

  private int barsFor(double barSeconds) {
    int fewest = (int) Math.ceil(SHORTEST_SECONDS / barSeconds);
    int most = Math.max(fewest, (int) Math.floor(LONGEST_SECONDS / barSeconds));
    return fewest + random.nextInt(most - fewest + 1);
  }

  private Score score() {
    var parts = new ArrayList<Part>();
    parts.add(lead());
    parts.add(chordPart());
    if (!style.pads().isEmpty() && mood.energy() < 0.75) {
      parts.add(pad());
    }
    parts.add(bass());
    parts.add(drums());
    return new Score(tempo, beats, bars, chords.getFirst().mode().isMinor(), parts);
  }

  private Part lead() {
    int program = random.nextDouble() < GUEST_SHARE ? pick(GUESTS) : pick(style.leads());
    var melody = new Melody(style.leadFrom() + registerShift(), mood.energy(), random);
    var notes = new ArrayList<Note>();
    for (int bar = 0; bar < bars - 1; bar++) {
      notes.addAll(swung(melody.bar(chords.get(bar), bar, bar * beats, beats)));
    }
    notes.add(melody.last(chords.getLast(), (bars - 1) * beats, beats * 0.9));
    return new Part(LEAD, voice(program, 104, 60), notes);
  }

  private Part chordPart() {
    int lowest = 52 + registerShift() / 2;
    var notes = new ArrayList<Note>();
    for (int bar = 0; bar < bars - 1; bar++) {
      notes.addAll(
          swung(
              style
                  .comping()
                  .bar(chords.get(bar), lowest, bar * beats, beats, mood.energy(), random)));
    }
    notes.addAll(Comping.HELD.bar(chords.getLast(), lowest, (bars - 1) * beats, beats, 0, random));
    return new Part(CHORDS, voice(pick(style.chords()), 88, 80), notes);
  }

  private Part pad() {
    int lowest = 55 + registerShift() / 2;
    var notes = new ArrayList<Note>();
    for (int bar = 0; bar < bars; bar++) {
      notes.addAll(Comping.HELD.bar(chords.get(bar), lowest, bar * beats, beats, 0, random));
    }
    return new Part(PAD, voice(pick(style.pads()), 62, 48), notes);
  }

  private Part bass() {
    var line = mood.energy() < 0.15 ? BassLine.HELD : style.bassLine();
    var notes = new ArrayList<Note>();
    for (int bar = 0; bar < bars - 1; bar++) {
      notes.addAll(swung(line.bar(chords.get(bar), chords.get(bar + 1), bar * beats, beats)));
    }
    notes.addAll(BassLine.HELD.bar(chords.getLast(), chords.getLast(), (bars - 1) * beats, beats));
    return new Part(BASS, voice(pick(style.basses()), 100, 64), notes);
  }

  private Part drums() {
    int strength = mood.energy() < 0.33 ? 0 : mood.energy() < 0.68 ? 1 : 2;
    var notes = new ArrayList<Note>();
    for (int bar = 0; bar < bars - 1; bar++) {
      notes.addAll(style.groove().bar(bar * beats, beats, strength, style.swing(), random));
    }
    if (mood.energy() > 0.5 && !notes.isEmpty()) {
      notes.add(new Note(0, 1, CRASH, 84));
      notes.add(new Note((bars - 1) * beats, 2, CRASH, 96));
    }
    int volume = (int) Math.round(mood.byEnergy(66, 104));
    return new Part(Part.DRUM_CHANNEL, new Voice(0, volume, 64, 30, 64), notes);
  }

  private Voice voice(int program, int volume, int pan) {
    int brightness = (int) Math.round(mood.byBrightness(40, 88));
    int reverb = (int) Math.round(mood.byEnergy(80, 24));
    return new Voice(program, volume, pan, reverb, brightness);
  }

  /** Dark pieces lie up to seven semitones lower, light ones as much higher. */
  private int registerShift() {
    return (int) Math.round(mood.byBrightness(-7, 7));
  }

  private List<Note> swung(List<Note> notes) {
    return notes.stream()
        .map(note -> note.start() % 1 == 0.5 ? delayed(note, style.swing()) : note)
        .toList();
  }

  /** It ends where it would have: its end must not silence the next note of its pitch. */
  private static Note delayed(Note note, double beats) {
    return new Note(note.start() + beats, note.beats() - beats, note.pitch(), note.velocity());
  }

  private int pick(List<Integer> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
