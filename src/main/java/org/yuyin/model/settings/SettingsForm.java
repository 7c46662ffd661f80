package org.yuyin.model.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yuyin.storage.InputException;

/**
 * Reads and writes a settings record by the names of its components, so that a new settings record
 * needs no parser of its own. Components are {@code int}, {@code long}, {@code double}, {@code
 * boolean} or an enum, each with a {@link Setting} annotation.
 *
 * @param <S> the record
 */
public final class SettingsForm<S extends Record> {
  private final S defaults;
  private final RecordComponent[] components;

  /** A form whose values start from {@code defaults}. */
  public SettingsForm(S defaults) {
    this.defaults = defaults;
    this.components = defaults.getClass().getRecordComponents();
    for (var component : components) {
      if (component.getAnnotation(Setting.class) == null) {
        throw new IllegalArgumentException(
            "%s.%s lacks @Setting".formatted(defaults.getClass().getName(), component.getName()));
      }
    }
    check(defaults);
  }

  /** The names of all settings, in order. */
  public List<String> keys() {
    return Arrays.stream(components).map(RecordComponent::getName).toList();
  }

  /** The defaults with some values replaced; an unknown key or a wrong value is refused by name. */
  public S with(Map<String, ?> changes) {
    refuseUnknown(changes.keySet().stream());
    var values =
        Arrays.stream(components)
            .map(
                component -> {
                  var change = changes.get(component.getName());
                  return change == null
                      ? read(component, defaults)
                      : parse(component, change.toString().strip());
                })
            .toArray();
    var made = construct(values);
    check(made);
    return made;
  }

  /** Stored values, and for settings that came later what was done before there were such. */
  public Map<String, Object> completed(Map<String, ?> stored) {
    var all = new LinkedHashMap<String, Object>(stored);
    for (var component : components) {
      var before = component.getAnnotation(Setting.class).before();
      if (!before.isEmpty()) {
        all.putIfAbsent(component.getName(), before);
      }
    }
    return all;
  }

  /** All values by key, in order: numbers, booleans, and enums as their words. */
  public Map<String, Object> asMap(S settings) {
    var map = new LinkedHashMap<String, Object>();
    for (var component : components) {
      map.put(component.getName(), shown(component, settings));
    }
    return map;
  }

  /** Every setting with the value that {@code settings} gives it. */
  public List<SettingInfo> describe(S settings) {
    return Arrays.stream(components).map(component -> info(component, settings)).toList();
  }

  private SettingInfo info(RecordComponent component, S settings) {
    var rule = component.getAnnotation(Setting.class);
    return new SettingInfo(
        component.getName(),
        typeName(component.getType()),
        shown(component, settings),
        choices(component.getType()),
        rule.min(),
        rule.max(),
        rule.help());
  }

  private void refuseUnknown(Stream<String> given) {
    var known = keys();
    given
        .filter(key -> !known.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new InputException(
                  "there is no setting \"%s\"; the settings are %s"
                      .formatted(key, String.join(", ", known)));
            });
  }

  private void check(S settings) {
    for (var component : components) {
      if (read(component, settings) instanceof Number number) {
        var rule = component.getAnnotation(Setting.class);
        double value = number.doubleValue();
        if (!(value >= rule.min() && value <= rule.max())) {
          throw new InputException(
              "setting %s must lie between %s and %s, not %s"
                  .formatted(component.getName(), plain(rule.min()), plain(rule.max()), number));
        }
      }
    }
  }

  private static Object parse(RecordComponent component, String text) {
    var type = component.getType();
    try {
      if (type == int.class) {
        return Integer.parseInt(text);
      } else if (type == long.class) {
        return Long.parseLong(text);
      } else if (type == double.class) {
        return Double.parseDouble(text);
      } else if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
        return Boolean.parseBoolean(text);
      } else if (type.isEnum()) {
        return Arrays.stream(type.getEnumConstants())
            .filter(choice -> word((Enum<?>) choice).equals(text))
            .findFirst()
            .orElseThrow(IllegalArgumentException::new);
      }
      throw new IllegalArgumentException();
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "setting %s is %s, not \"%s\"".formatted(component.getName(), expectation(type), text),
          e);
    }
  }

  private static String expectation(Class<?> type) {
    var choices = choices(type);
    if (!choices.isEmpty()) {
      return "one of " + String.join(", ", choices);
    }
    return type == boolean.class ? "true or false" : "a " + typeName(type);
  }

  private static String typeName(Class<?> type) {
    if (type == int.class || type == long.class) {
      return "whole number";
    } else if (type == double.class) {
      return "number";
    }
    return type == boolean.class ? "yes or no" : "choice";
  }

  private static List<String> choices(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(choice -> word((Enum<?>) choice)).toList()
        : List.of();
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String plain(double bound) {
    if (Double.isInfinite(bound)) {
      return bound < 0 ? "minus infinity" : "infinity";
    }
    return bound == Math.rint(bound) ? "%.0f".formatted(bound) : Double.toString(bound);
  }

  private static Object shown(RecordComponent component, Record settings) {
    var value = read(component, settings);
    return value instanceof Enum<?> choice ? word(choice) : value;
  }

  private static Object read(RecordComponent component, Record settings) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read setting " + component.getName(), e);
    }
  }

  @SuppressWarnings("unchecked")
  private S construct(Object[] values) {
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = defaults.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (S) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InputException refused) {
        throw refused;
      }
      throw new IllegalStateException("cannot make " + defaults.getClass().getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + defaults.getClass().getName(), e);
    }
  }
}
