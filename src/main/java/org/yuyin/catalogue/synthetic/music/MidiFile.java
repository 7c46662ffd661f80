package org.yuyin.catalogue.synthetic.music;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;

/** Writes a score as a Standard MIDI File of type 1. */
public final class MidiFile {
  private static final int TICKS_PER_BEAT = 480;
  private static final int TEMPO = 0x51;

  private MidiFile() {}

  /** The whole file; the same score always gives the same bytes. */
  public static byte[] bytes(Score score) {
    try {
      var sequence = new Sequence(Sequence.PPQ, TICKS_PER_BEAT);
      addTempo(sequence, score.tempo());
      for (var part : score.parts()) {
        addPart(sequence, part);
      }
      var bytes = new ByteArrayOutputStream();
      MidiSystem.write(sequence, 1, bytes);
      return bytes.toByteArray();
    } catch (InvalidMidiDataException e) {
      throw new IllegalStateException("the score is not valid MIDI", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addTempo(Sequence sequence, double tempo) throws InvalidMidiDataException {
    int micros = (int) Math.round(60_000_000 / tempo);
    byte[] data = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
    sequence.createTrack().add(new MidiEvent(new MetaMessage(TEMPO, data, data.length), 0));
  }

  private static void addPart(Sequence sequence, Part part) throws InvalidMidiDataException {
    var track = sequence.createTrack();
    int channel = part.channel();
    var voice = part.voice();
    if (channel != Part.DRUM_CHANNEL) {
      track.add(at(0, ShortMessage.PROGRAM_CHANGE, channel, voice.program(), 0));
    }
    track.add(at(0, ShortMessage.CONTROL_CHANGE, channel, 7, voice.volume()));
    track.add(at(0, ShortMessage.CONTROL_CHANGE, channel, 10, voice.pan()));
    track.add(at(0, ShortMessage.CONTROL_CHANGE, channel, 91, voice.reverb()));
    track.add(at(0, ShortMessage.CONTROL_CHANGE, channel, 74, voice.brightness()));
    for (var note : part.notes()) {
      track.add(
          at(ticks(note.start()), ShortMessage.NOTE_ON, channel, note.pitch(), note.velocity()));
      track.add(
          at(ticks(note.start() + note.beats()), ShortMessage.NOTE_OFF, channel, note.pitch(), 0));
    }
  }

  private static long ticks(double beats) {
    return Math.round(beats * TICKS_PER_BEAT);
  }

  private static MidiEvent at(long tick, int command, int channel, int first, int second)
      throws InvalidMidiDataException {
    return new MidiEvent(new ShortMessage(command, channel, first, second), tick);
  }
}
