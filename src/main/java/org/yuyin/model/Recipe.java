package org.yuyin.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yuyin.model.settings.SettingInfo;
import org.yuyin.model.settings.SettingsForm;
import org.yuyin.storage.InputException;

/**
 * A method with every choice made: what, with the data and the seed, decides how a training goes.
 *
 * @param <S> the method's settings
 */
public record Recipe<S extends Record>(Method<S> method, S settings, Schedule schedule) {

  /** The method's defaults with some values replaced, such as {@code alpha} to {@code 0}. */
  public static <S extends Record> Recipe<S> of(Method<S> method, Map<String, ?> changes) {
    var settings = new SettingsForm<>(method.defaults());
    var schedule = new SettingsForm<>(method.schedule());
    refuseUnknown(method, changes, settings.keys(), schedule.keys());
    return new Recipe<>(
        method,
        settings.with(only(changes, settings.keys())),
        schedule.with(only(changes, schedule.keys())));
  }

  /** The recipe of a stored {@link #asMap}, which may be older than some of the settings. */
  public static <S extends Record> Recipe<S> stored(Method<S> method, Map<String, ?> settings) {
    return of(method, new SettingsForm<>(method.defaults()).completed(settings));
  }

  /** All values by key, settings of the method first; {@link #of} reads them back. */
  public Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>(new SettingsForm<>(settings).asMap(settings));
    map.putAll(new SettingsForm<>(schedule).asMap(schedule));
    return map;
  }

  /** The values that differ from the method's defaults. */
  public Map<String, Object> changes() {
    var usual = of(method, Map.of()).asMap();
    var changes = new LinkedHashMap<String, Object>();
    asMap()
        .forEach(
            (key, value) -> {
              if (!value.equals(usual.get(key))) {
                changes.put(key, value);
              }
            });
    return changes;
  }

  /** Every setting with its value in force. */
  public List<SettingInfo> describe() {
    var all = new ArrayList<>(new SettingsForm<>(settings).describe(settings));
    all.addAll(new SettingsForm<>(schedule).describe(schedule));
    return all;
  }

  /** The network for data of that shape. */
  public Network network(DataShape shape) {
    return method.network(settings, shape);
  }

  private static void refuseUnknown(
      Method<?> method, Map<String, ?> changes, List<String> own, List<String> schedule) {
    for (var key : changes.keySet()) {
      if (!own.contains(key) && !schedule.contains(key)) {
        throw new InputException(
            "method %s has no setting \"%s\"; it has %s, and for the schedule %s"
                .formatted(
                    method.name(), key, String.join(", ", own), String.join(", ", schedule)));
      }
    }
  }

  private static Map<String, Object> only(Map<String, ?> changes, List<String> keys) {
    var some = new LinkedHashMap<String, Object>();
    changes.forEach(
        (key, value) -> {
          if (keys.contains(key)) {
            some.put(key, value);
          }
        });
    return some;
  }
}
