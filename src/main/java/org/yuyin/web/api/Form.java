package org.yuyin.web.api;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.yuyin.web.Refusal;

/** Reads fields of a form; a wrong one is a 400 that names field, rule and value. */
final class Form {
  private final RoutingContext request;

  Form(RoutingContext request) {
    this.request = request;
  }

  /** Empty when missing or blank. */
  Optional<String> word(String name) {
    return Optional.ofNullable(request.request().getFormAttribute(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Refused when missing or blank. */
  String needed(String name) {
    return word(name)
        .orElseThrow(() -> Refusal.badRequest("The field \"%s\" is empty.".formatted(name)));
  }

  /** A password: as it was given, blanks too. */
  String secret(String name) {
    var given = request.request().getFormAttribute(name);
    return given == null ? "" : given;
  }

  /** Every value of a field that may stand several times. */
  List<String> all(String name) {
    return request.request().formAttributes().getAll(name);
  }

  /** A whole number; bounds are checked by what it is for. */
  int number(String name, int otherwise) {
    return word(name).map(text -> number(name, text)).orElse(otherwise);
  }

  /** A number that is not negative. */
  double amount(String name) {
    var text = word(name).orElse("0");
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value < Double.MAX_VALUE) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message for both mistakes.
    }
    throw Refusal.badRequest("\"%s\" is a number from 0, not \"%s\".".formatted(name, text));
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Refusal.badRequest("\"%s\" is a whole number, not \"%s\".".formatted(name, text));
    }
  }
}
