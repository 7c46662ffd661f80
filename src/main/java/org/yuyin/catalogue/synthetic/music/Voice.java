package org.yuyin.catalogue.synthetic.music;

/**
 * An instrument and its place in the mix; the values are those of MIDI controllers, 0 to 127.
 *
 * @param program General MIDI program, from 0
 * @param volume controller 7
 * @param pan controller 10, 64 is the middle
 * @param reverb controller 91
 * @param brightness controller 74, 64 leaves the sound as it is
 */
record Voice(int program, int volume, int pan, int reverb, int brightness) {}
