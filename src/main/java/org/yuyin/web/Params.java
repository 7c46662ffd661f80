package org.yuyin.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yuyin.catalogue.MusicFilter;
import org.yuyin.catalogue.NumberRange;
import org.yuyin.storage.InputException;

/** Reads parameters of a request; a wrong one is a 400 that names parameter, rule and value. */
public final class Params {
  private Params() {}

  /** A positive whole number of the path; anything else means that the thing does not exist. */
  public static long id(RoutingContext request, String name) {
    var text = request.pathParam(name);
    try {
      var id = Long.parseLong(text);
      if (id > 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      // Falls through: "abc" names nothing, just as 0 does.
    }
    throw Refusal.notFound("Nothing has the number \"%s\".".formatted(text));
  }

  /** The number of a thing in the query; empty when the parameter is missing. */
  public static Optional<Long> queryId(RoutingContext request, String name) {
    int id = between(request, name, 1, Integer.MAX_VALUE, 0);
    return id == 0 ? Optional.empty() : Optional.of((long) id);
  }

  /** A whole number of the query between two bounds, inclusive. */
  public static int between(
      RoutingContext request, String name, int least, int most, int otherwise) {
    var text = word(request, name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      var number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message for both mistakes.
    }
    throw Refusal.badRequest(
        "\"%s\" is a whole number from %d to %d, not \"%s\"."
            .formatted(name, least, most, text.get()));
  }

  /** A range such as "10-30" or "..20"; empty when the parameter is missing. */
  public static Optional<NumberRange> range(RoutingContext request, String name) {
    try {
      return word(request, name).map(text -> NumberRange.parse(name, text));
    } catch (InputException e) {
      throw Refusal.badRequest(e.getMessage() + ".");
    }
  }

  /** One of an enum's values, written in lower case. */
  public static <E extends Enum<E>> E choice(
      RoutingContext request, String name, Class<E> values, E otherwise) {
    var wanted = word(request, name);
    if (wanted.isEmpty()) {
      return otherwise;
    }
    return Arrays.stream(values.getEnumConstants())
        .filter(value -> value.name().equalsIgnoreCase(wanted.get()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "\"%s\" is one of %s, not \"%s\"."
                        .formatted(name, String.join(", ", words(values)), wanted.get())));
  }

  /** How the values of an enum are written in addresses. */
  public static List<String> words(Class<? extends Enum<?>> values) {
    return Arrays.stream(values.getEnumConstants())
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** What music must be like, from the parameters that {@link MusicFilter#NAMES} lists. */
  public static MusicFilter music(RoutingContext request) {
    try {
      return MusicFilter.parse(name -> word(request, name));
    } catch (InputException e) {
      throw Refusal.badRequest(e.getMessage() + ".");
    }
  }

  /** A word of the query; empty when missing or blank. */
  public static Optional<String> word(RoutingContext request, String name) {
    return Optional.ofNullable(request.queryParams().get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
