package org.yuyin.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses with parameters. Templates know it as {@code link}. */
public final class Links {
  /** Stateless. */
  public Links() {}

  /** The list of ads with one filter, such as {@code category}. */
  public String ads(String filter, String value) {
    return "/ads?" + parameter(filter, value);
  }

  /** {@code name=value}, encoded. */
  public static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
