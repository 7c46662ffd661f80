package org.yuyin.catalogue.synthetic.music;

import java.util.List;

/**
 * What one instrument plays.
 *
 * @param channel MIDI channel, 9 for drums
 * @param voice instrument and its place in the mix
 * @param notes in any order
 */
record Part(int channel, Voice voice, List<Note> notes) {
  static final int DRUM_CHANNEL = 9;

  Part {
    notes = List.copyOf(notes);
  }
}
