package org.yuyin.web.page;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;

/**
 * One setting of a run.
 *
 * @param key as in {@code --set key=value}
 * @param value in force
 * @param usual the method's default; blank when it has none
 * @param differs whether the two differ
 */
public record SettingLine(String key, String value, String usual, boolean differs) {
  /** Every setting of a run beside its default, in the method's order, unknown ones last. */
  static List<SettingLine> compare(JsonObject settings, Map<String, Object> defaults) {
    var keys = new LinkedHashSet<>(defaults.keySet());
    keys.addAll(settings.fieldNames());
    return keys.stream()
        .filter(settings::containsKey)
        .map(key -> line(key, settings.getValue(key), defaults.get(key)))
        .toList();
  }

  /** A method that this version no longer has leaves nothing to compare with. */
  static Map<String, Object> defaults(Methods methods, String name) {
    return methods.all().stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .map(method -> Recipe.of(method, Map.of()).asMap())
        .orElse(Map.of());
  }

  private static SettingLine line(String key, Object value, @Nullable Object usual) {
    return new SettingLine(
        key,
        String.valueOf(value),
        usual == null ? "" : String.valueOf(usual),
        usual != null && !same(value, usual));
  }

  // JSON does not keep 1 and 1.0 apart.
  private static boolean same(Object value, Object usual) {
    return value instanceof Number number && usual instanceof Number other
        ? number.doubleValue() == other.doubleValue()
        : String.valueOf(value).equals(String.valueOf(usual));
  }
}
