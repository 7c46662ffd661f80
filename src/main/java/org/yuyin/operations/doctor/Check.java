package org.yuyin.operations.doctor;

/** Looks at one part of an installation and changes nothing. */
interface Check {
  /** Which part, in a word or two. */
  String name();

  /** What it is like; an exception counts as broken. */
  Finding look();
}
