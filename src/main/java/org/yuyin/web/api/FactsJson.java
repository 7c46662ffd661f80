package org.yuyin.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.media.facts.SoundMeasurement;

/** Facts of a sound as JSON; what is not known is null. */
public final class FactsJson {
  private FactsJson() {}

  /** The summary. */
  public static JsonObject of(SoundFacts facts) {
    var tempo = facts.tempo();
    var key = facts.key();
    return new JsonObject()
        .put("seconds", facts.seconds())
        .put("tempoBpm", tempo.map(it -> it.bpm()).orElse(null))
        .put("tempoClarity", tempo.map(it -> it.clarity()).orElse(null))
        .put("key", key.map(it -> it.key().words()).orElse(null))
        .put("keyClarity", key.map(it -> it.clarity()).orElse(null))
        .put("loudnessLufs", facts.loudness().map(it -> it.integratedLufs()).orElse(null))
        .put("truePeakDbtp", facts.loudness().map(it -> it.truePeakDbtp()).orElse(null))
        .put("energy", facts.energy())
        .put("energyWord", facts.energyLevel().word())
        .put("brightnessHz", facts.brightnessHz())
        .put("brightnessWord", facts.brightness().word())
        .put("voice", facts.voice().orElse(null))
        .put("vocal", facts.vocal().orElse(null));
  }

  /** The summary and the curves by the second. */
  public static JsonObject of(SoundMeasurement measured) {
    var curves = measured.curves();
    return of(measured.facts())
        .put("energyDb", new JsonArray(curves.energyDb().perSecond()))
        .put("brightnessCurveHz", new JsonArray(curves.brightnessHz().perSecond()));
  }
}
