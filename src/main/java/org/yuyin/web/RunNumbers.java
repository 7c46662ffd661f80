package org.yuyin.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;

/** Reads which runs an address chooses: {@code runs=1,2,3}, also given several times. */
public final class RunNumbers {
  /** More would be neither read nor drawn. */
  public static final int MOST = 300;

  private RunNumbers() {}

  /** The numbers in the order given, each once; none when the parameter is missing. */
  public static List<Long> of(RoutingContext request) {
    var given =
        request.queryParams().getAll("runs").stream()
            .flatMap(text -> Arrays.stream(text.split(",")))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .map(RunNumbers::number)
            .toList();
    if (given.size() > MOST) {
      throw Refusal.badRequest(
          "\"runs\" takes up to %d numbers, not %,d.".formatted(MOST, given.size()));
    }
    return given;
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.badRequest(
          "\"runs\" is a list of numbers such as 3,5,8, not \"%s\".".formatted(text));
    }
  }
}
