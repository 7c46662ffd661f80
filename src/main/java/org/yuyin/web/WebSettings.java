package org.yuyin.web;

import org.yuyin.storage.InputException;

/**
 * How the server listens and what it accepts.
 *
 * @param host address to bind; the default serves this machine only
 * @param port 0 takes any free port
 * @param uploadLimitBytes largest ad that is accepted; a larger one is refused while it arrives
 */
public record WebSettings(String host, int port, long uploadLimitBytes) {
  /** This machine only. */
  public static final String LOCAL_HOST = "127.0.0.1";

  /** The port people are told about. */
  public static final int USUAL_PORT = 8080;

  private static final long MEGABYTE = 1_000_000;

  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new InputException("a port lies between 0 and 65535, not at " + port);
    }
    if (uploadLimitBytes < 1) {
      throw new InputException("the upload limit must be positive, got " + uploadLimitBytes);
    }
  }

  /** Uploads of up to 500 MB. */
  public static WebSettings at(String host, int port) {
    return new WebSettings(host, port, 500 * MEGABYTE);
  }
}
