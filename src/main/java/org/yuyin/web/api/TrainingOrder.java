package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.web.Refusal;

/**
 * What somebody wants to have trained.
 *
 * @param datasetName without its version
 * @param datasetVersion counted from 1
 * @param method by name
 * @param seed the first
 * @param seeds how many trainings, each with the next seed
 * @param shuffled true for the control
 * @param settings those that differ from the method's usual ones
 */
record TrainingOrder(
    String datasetName,
    int datasetVersion,
    String method,
    long seed,
    int seeds,
    boolean shuffled,
    Map<String, String> settings) {
  /** How the form names a setting: this and its key. */
  static final String SETTING = "set.";

  private static final int MOST_SEEDS = 20;

  TrainingOrder {
    settings = Map.copyOf(settings);
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw Refusal.badRequest(
          "\"seeds\" is how many trainings you want, 1 to %d, not %d."
              .formatted(MOST_SEEDS, seeds));
    }
  }

  /** Reads a form, or JSON as the contract has it; what is wrong is a 400 that names the field. */
  static TrainingOrder of(RoutingContext request) {
    var type = String.valueOf(request.request().getHeader("Content-Type"));
    return type.startsWith("application/json")
        ? of(request.body().asJsonObject())
        : ofForm(request);
  }

  private static TrainingOrder of(JsonObject json) {
    try {
      var settings = new LinkedHashMap<String, String>();
      json.getJsonObject("settings", new JsonObject())
          .forEach(entry -> settings.put(entry.getKey(), String.valueOf(entry.getValue())));
      return of(
          json.getString("dataset", ""),
          json.getString("method", "yuyin"),
          String.valueOf(json.getLong("seed", 0L)),
          String.valueOf(json.getInteger("seeds", 1)),
          json.getBoolean("shuffled", false),
          settings);
    } catch (ClassCastException e) {
      throw Refusal.badRequest(
          "\"dataset\" and \"method\" are texts, \"seed\" and \"seeds\" whole numbers, \"shuffled\" is"
              + " true or false, \"settings\" an object.");
    }
  }

  private static TrainingOrder ofForm(RoutingContext request) {
    var form = request.request().formAttributes();
    var settings = new LinkedHashMap<String, String>();
    for (var field : form) {
      if (field.getKey().startsWith(SETTING) && !field.getValue().isBlank()) {
        settings.put(field.getKey().substring(SETTING.length()), field.getValue());
      }
    }
    return of(
        text(form.get("dataset")),
        text(form.get("method")),
        text(form.get("seed")),
        text(form.get("seeds")),
        "true".equals(form.get("shuffled")),
        settings);
  }

  private static String text(@org.jspecify.annotations.Nullable String field) {
    return field == null ? "" : field.strip();
  }

  private static TrainingOrder of(
      String dataset,
      String method,
      String seed,
      String seeds,
      boolean shuffled,
      Map<String, String> settings) {
    int at = dataset.lastIndexOf('@');
    if (at < 1) {
      throw Refusal.badRequest(
          "\"dataset\" is a name with its version, such as demo@1, not \"%s\".".formatted(dataset));
    }
    return new TrainingOrder(
        dataset.substring(0, at),
        (int) whole("dataset", dataset.substring(at + 1)),
        method,
        whole("seed", seed),
        (int) whole("seeds", seeds),
        shuffled,
        settings);
  }

  private static long whole(String field, String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= Integer.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message.
    }
    throw Refusal.badRequest(
        "\"%s\" needs a whole number that is not negative, not \"%s\".".formatted(field, text));
  }

  /** The method with these settings; a setting that it does not take is refused by name. */
  Recipe<?> recipe(Methods methods) {
    return Recipe.of(methods.named(method), settings);
  }
}
