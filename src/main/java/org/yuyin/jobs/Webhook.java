package org.yuyin.jobs;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yuyin.storage.InputException;

/** Addresses that are told when a job has ended, and the signature that proves who tells. */
public final class Webhook {
  private static final String ALGORITHM = "HmacSHA256";

  private Webhook() {}

  /**
   * An address as somebody wrote it.
   *
   * @throws InputException when it is none that can be told
   */
  public static URI check(String written) {
    try {
      var url = URI.create(written);
      var scheme = String.valueOf(url.getScheme());
      if (url.getHost() != null
          && url.getUserInfo() == null
          && (scheme.equals("http") || scheme.equals("https"))) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one message.
    }
    throw new InputException(
        "a webhook is an address such as https://example.com/done, not \"%s\"".formatted(written));
  }

  /**
   * Refuses an address inside of our own network: whoever may queue a job must not thereby reach
   * what only this machine can.
   */
  static void refusePrivate(URI url) {
    try {
      for (var address : InetAddress.getAllByName(url.getHost())) {
        if (own(address)) {
          throw new InputException(
              "%s lies in a private network; allow that with YUYIN_WEBHOOK_PRIVATE=true"
                  .formatted(url.getHost()));
        }
      }
    } catch (UnknownHostException e) {
      throw new InputException("there is no host %s".formatted(url.getHost()), e);
    }
  }

  private static boolean own(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal(address.getAddress());
  }

  /** fc00::/7 of RFC 4193. */
  private static boolean uniqueLocal(byte[] address) {
    return address.length == 16 && (address[0] & 0xfe) == 0xfc;
  }

  /** The signature of a body: {@code sha256=} and the HMAC in hexadecimal digits. */
  public static String sign(String secret, String body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      var bytes = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return "sha256=" + HexFormat.of().formatHex(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
