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

  /** The page of a dataset, by name and version. */
  public String dataset(String label) {
    return "/data/" + segment(label);
  }

  /** A dataset as a file. */
  public String archive(String label) {
    return "/api/v1/datasets/%s/archive".formatted(segment(label));
  }

  /** The form that trains on a dataset. */
  public String trainOn(String label) {
    return "/train?" + parameter("dataset", label);
  }

  /** Runs that learned from a dataset. */
  public String runsOf(String label) {
    return "/runs?" + parameter("dataset", label);
  }

  /** The categories, with the form filled in that changes one: a category or a merged one. */
  public String categories(String field, String value) {
    return "/categories?" + parameter(field, value);
  }

  /** Names of datasets have no blanks, so only letters beyond ASCII change. */
  private static String segment(String label) {
    return URLEncoder.encode(label, StandardCharsets.UTF_8).replace("%40", "@");
  }

  /** {@code name=value}, encoded. */
  public static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
