package org.yuyin.model;

import java.util.List;
import java.util.Map;
import org.yuyin.model.settings.SettingsForm;

/**
 * The product's own method, and under names of their own the ablations of the paper: the same
 * network with other defaults.
 */
record YuYinMethod(String name, String description, YuYinSettings defaults)
    implements Method<YuYinSettings> {

  /** The method as the paper has it, followed by the lines of its ablation tables. */
  static List<YuYinMethod> withAblations() {
    return List.of(
        ablation(
            "yuyin",
            "Weighted fusion of sound and emotion, contrasts between video, music and text,"
                + " and a shared category predictor.",
            Map.of()),
        ablation("yuyin-wo-t", "YuYin without text.", Map.of("useText", false)),
        ablation("yuyin-wo-e", "YuYin without emotion.", Map.of("useEmotion", false)),
        ablation(
            "yuyin-pure",
            "YuYin without text and emotion.",
            Map.of("useText", false, "useEmotion", false)),
        ablation("yuyin-wo-prediction", "YuYin without category prediction.", Map.of("alpha", 0)),
        ablation(
            "yuyin-concat",
            "YuYin with sound and emotion concatenated.",
            Map.of("fusion", "concat")),
        ablation("yuyin-add", "YuYin with sound and emotion added.", Map.of("fusion", "add")));
  }

  private static YuYinMethod ablation(String name, String description, Map<String, ?> changes) {
    var settings = new SettingsForm<>(YuYinSettings.paper()).with(changes);
    return new YuYinMethod(name, description, settings);
  }

  @Override
  public String source() {
    return "YuYin (2023)";
  }

  @Override
  public Network network(YuYinSettings settings, DataShape shape) {
    return YuYinNetwork.of(settings, shape);
  }
}
