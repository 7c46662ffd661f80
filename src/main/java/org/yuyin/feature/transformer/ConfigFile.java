package org.yuyin.feature.transformer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/**
 * The JSON file that says how large a published model is. A field that is left out has its usual
 * value; one that makes no sense is refused with its name, the file and the value.
 */
public final class ConfigFile {
  private static final int LARGEST = 1 << 20;

  private final Path file;
  private final JsonNode fields;

  private ConfigFile(Path file, JsonNode fields) {
    this.file = file;
    this.fields = fields;
  }

  /** Reads a file that holds one JSON object. */
  public static ConfigFile read(Path file) {
    try {
      var fields = new ObjectMapper().readTree(file.toFile());
      if (!fields.isObject()) {
        throw new InputException("%s holds no JSON object".formatted(file));
      }
      return new ConfigFile(file, fields);
    } catch (JsonProcessingException e) {
      throw new InputException("%s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }

  /** Which file it is. */
  public Path file() {
    return file;
  }

  /** Refuses the configuration of another kind of model. */
  public void requireType(String type) {
    var found = text("model_type", type);
    if (!found.equals(type)) {
      throw new InputException(
          "%s describes a model of type \"%s\"; \"%s\" is needed".formatted(file, found, type));
    }
  }

  /** A size from 1 on. */
  public int size(String name, int usual) {
    return size(name, usual, LARGEST);
  }

  /** A size from 1 to {@code most}. */
  public int size(String name, int usual, int most) {
    var field = fields.path(name);
    if (field.isMissingNode()) {
      return usual;
    }
    if (!field.isIntegralNumber() || field.bigIntegerValue().bitLength() >= Integer.SIZE) {
      throw wrong(name, field, "a whole number");
    }
    int size = field.intValue();
    if (size < 1 || size > most) {
      throw wrong(name, field, "between 1 and " + most);
    }
    return size;
  }

  /** A finite number, not below 0. */
  public double number(String name, double usual) {
    double number = anyNumber(name, usual);
    if (number < 0) {
      throw wrong(name, fields.path(name), "0 or more");
    }
    return number;
  }

  /** A finite number of either sign. */
  public double anyNumber(String name, double usual) {
    var field = fields.path(name);
    if (field.isMissingNode()) {
      return usual;
    }
    if (!field.isNumber() || !Double.isFinite(field.doubleValue())) {
      throw wrong(name, field, "a number");
    }
    return field.doubleValue();
  }

  /** True or false. */
  public boolean flag(String name, boolean usual) {
    var field = fields.path(name);
    if (field.isMissingNode()) {
      return usual;
    }
    if (!field.isBoolean()) {
      throw wrong(name, field, "true or false");
    }
    return field.booleanValue();
  }

  /** A text. */
  public String text(String name, String usual) {
    var field = fields.path(name);
    if (field.isMissingNode()) {
      return usual;
    }
    if (!field.isTextual()) {
      throw wrong(name, field, "a text");
    }
    return field.textValue();
  }

  private InputException wrong(String name, JsonNode found, String rule) {
    return new InputException("%s: %s should be %s, got %s".formatted(file, name, rule, found));
  }
}
