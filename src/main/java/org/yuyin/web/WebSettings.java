package org.yuyin.web;

import java.util.regex.Pattern;
import org.yuyin.storage.InputException;

/**
 * How the server listens and what it accepts.
 *
 * @param host address to bind; the default serves this machine only
 * @param port 0 takes any free port
 * @param uploadLimitBytes largest ad that is accepted; a larger one is refused while it arrives
 * @param proxies what stands before the server
 */
public record WebSettings(String host, int port, long uploadLimitBytes, Proxies proxies) {
  /** This machine only. */
  public static final String LOCAL_HOST = "127.0.0.1";

  /** The port people are told about. */
  public static final int USUAL_PORT = 8080;

  private static final long MEGABYTE = 1_000_000;

  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new InputException("a port lies between 0 and 65535, not at " + port);
    }
    if (uploadLimitBytes < 1) {
      throw new InputException("the upload limit must be positive, got " + uploadLimitBytes);
    }
  }

  /** Uploads of up to 500 MB, no proxy. */
  public static WebSettings at(String host, int port) {
    return new WebSettings(host, port, 500 * MEGABYTE, Proxies.NONE);
  }

  /** The same behind proxies. */
  public WebSettings behind(Proxies others) {
    return new WebSettings(host, port, uploadLimitBytes, others);
  }

  /** Whether nobody but this machine reaches the server. */
  public boolean local() {
    return isLocal(host);
  }

  /** Whether a host, as an address or in a browser's address bar, can only mean this machine. */
  public static boolean isLocal(String host) {
    return THIS_MACHINE.matcher(host).matches();
  }
}
