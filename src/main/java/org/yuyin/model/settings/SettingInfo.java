package org.yuyin.model.settings;

import java.util.List;

/**
 * One setting, described for help texts and forms.
 *
 * @param key as in {@code --set key=value}
 * @param type {@code number}, {@code whole number}, {@code yes or no} or {@code choice}
 * @param value the default, or the value in force
 * @param choices the words allowed when the type is {@code choice}, otherwise empty
 * @param min smallest number allowed; may be infinite
 * @param max largest number allowed; may be infinite
 * @param help one sentence
 */
public record SettingInfo(
    String key,
    String type,
    Object value,
    List<String> choices,
    double min,
    double max,
    String help) {
  public SettingInfo {
    choices = List.copyOf(choices);
  }
}
