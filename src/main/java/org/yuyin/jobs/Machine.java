package org.yuyin.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a worker runs. */
public final class Machine {
  /** Name of this machine, for people and for telling its devices from those of others. */
  public static final String NAME = name();

  private Machine() {}

  private static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a machine without a name";
    }
  }
}
