package org.yuyin.web.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuyin.web.Refusal;

/** A schema of the contract, with words for who breaks it. */
public final class FieldSchema {
  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setBaseUri("app://contract")
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic);

  private final JsonObject schema;
  private final Validator validator;

  FieldSchema(JsonObject schema) {
    this.schema = schema;
    this.validator = Validator.create(JsonSchema.of(schema), OPTIONS);
  }

  /** The schema itself, without references. */
  public JsonObject json() {
    return schema;
  }

  /** Checks what was written in an address or a form; what is wrong is a 400. */
  void checkText(String field, String text) {
    check(field, typed(schema, text));
  }

  /** Checks a form: a schema of an object, whose fields arrive as texts. */
  void checkForm(Iterable<Map.Entry<String, String>> form) {
    var fields = new JsonObject();
    var properties = schema.getJsonObject("properties", new JsonObject());
    for (var entry : form) {
      var known = properties.getJsonObject(entry.getKey());
      if (known != null && !entry.getValue().isBlank()) {
        fields.put(entry.getKey(), typed(known, entry.getValue().strip()));
      }
    }
    check("", fields);
  }

  /**
   * Checks a value.
   *
   * @param field how it is called; blank for a body, whose fields have names of their own
   */
  void check(String field, Object value) {
    refuseNul(field, value);
    var outcome = validator.validate(value);
    if (Boolean.TRUE.equals(outcome.getValid())) {
      return;
    }
    // The innermost is the cause of the others.
    var cause =
        outcome.getErrors().stream()
            .max(Comparator.comparingInt(error -> error.getKeywordLocation().length()))
            .orElseThrow();
    throw refusal(field, value, cause);
  }

  /** The database takes every character but this one. */
  private static void refuseNul(String field, Object value) {
    var text = value instanceof JsonObject object ? object.encode() : String.valueOf(value);
    if (text.indexOf('\0') >= 0 || value instanceof JsonObject && text.contains("\\u0000")) {
      var name = field.isEmpty() ? "body" : field;
      throw Refusal.badRequest(
          "\"%s\" holds a character that no text has.".formatted(name), name, "type");
    }
  }

  private Refusal refusal(String field, Object value, OutputUnit cause) {
    var keyword = JsonPointer.from(afterHash(cause.getKeywordLocation()));
    var rule = last(keyword.toString());
    var place = afterHash(cause.getInstanceLocation());
    var name = named(field, place);
    var broken = keyword.parent().queryJson(schema) instanceof JsonObject inner ? inner : schema;
    if (rule.equals("required")) {
      var missing = missing(broken, JsonPointer.from(place).queryJson(value));
      return Refusal.badRequest("\"%s\" is missing.".formatted(missing), missing, "required");
    }
    if (keyword.toString().contains("/additionalProperties")) {
      return Refusal.badRequest(
          "\"%s\" is not known here.".formatted(name), name, "additionalProperties");
    }
    var given = place.isEmpty() ? value : JsonPointer.from(place).queryJson(value);
    return Refusal.badRequest(
        "\"%s\" is %s, not \"%s\".".formatted(name, words(broken), given), name, rule);
  }

  private static String missing(JsonObject broken, Object value) {
    return broken.getJsonArray("required").stream()
        .map(String::valueOf)
        .filter(name -> !(value instanceof JsonObject object) || !object.containsKey(name))
        .findFirst()
        .orElse("");
  }

  private static String named(String field, String place) {
    var inner = place.replaceFirst("^/", "").replace('/', '.');
    if (field.isEmpty()) {
      return inner.isEmpty() ? "body" : inner;
    }
    return field;
  }

  private static String afterHash(String location) {
    return location.replaceFirst("^[^#]*#", "");
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  /** A text as the type that is asked for; what is none stays a text, which the schema refuses. */
  private static Object typed(JsonObject schema, String text) {
    try {
      return switch (String.valueOf(schema.getValue("type"))) {
        case "integer" -> Long.valueOf(text);
        case "number" -> Double.valueOf(text);
        default -> text;
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** What a value must be, for people. */
  public String words() {
    return words(schema);
  }

  /** A field of an object. */
  public record Member(String name, boolean required, String words) {}

  /** The fields of an object, in order; none for anything else. */
  public List<Member> fields() {
    var required = schema.getJsonArray("required", new JsonArray());
    var properties = schema.getJsonObject("properties", new JsonObject());
    return properties.fieldNames().stream()
        .map(
            name ->
                new Member(name, required.contains(name), words(properties.getJsonObject(name))))
        .toList();
  }

  private static String words(JsonObject schema) {
    JsonArray choices = schema.getJsonArray("enum");
    if (choices != null) {
      return "one of " + choices.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return switch (String.valueOf(schema.getValue("type"))) {
      case "integer" -> "a whole number" + bounds(schema);
      case "number" -> "a number" + bounds(schema);
      case "boolean" -> "true or false";
      case "object" -> "an object";
      case "array" -> "a list";
      default -> text(schema);
    };
  }

  private static String bounds(JsonObject schema) {
    var least = schema.getValue("minimum");
    var most = schema.getValue("maximum");
    if (least != null && most != null && !most.equals(Integer.MAX_VALUE)) {
      return " from %s to %s".formatted(least, most);
    }
    return least != null ? " from " + least : most != null ? " up to " + most : "";
  }

  private static String text(JsonObject schema) {
    var longest = schema.getValue("maxLength");
    var shape = schema.getValue("pattern");
    return "a text"
        + (longest == null ? "" : " of up to %s letters".formatted(longest))
        + (shape == null ? "" : " like " + shape);
  }
}
