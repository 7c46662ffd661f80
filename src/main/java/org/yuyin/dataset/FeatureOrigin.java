package org.yuyin.dataset;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.Modality;
import org.yuyin.storage.InputException;

/** Which extractor made which matrix of a dataset, kept in its description's origin. */
public final class FeatureOrigin {
  private static final String KEY = "extractors";

  private FeatureOrigin() {}

  /**
   * An extractor as it was when the dataset was made.
   *
   * @param name in the registry
   * @param version its vectors have
   * @param substitute whether it stood in for a stronger one
   */
  public record Used(String name, int version, boolean substitute) {
    /** Whether vectors of that extractor can stand beside those of the dataset. */
    public boolean matches(ExtractorInfo info) {
      return info.name().equals(name) && info.version() == version;
    }
  }

  static JsonObject put(JsonObject origin, Map<Modality, ExtractorInfo> extractors) {
    var used = new JsonObject();
    extractors.forEach(
        (modality, info) -> {
          if (info.modality() != modality) {
            throw new InputException(
                "%s describes %s, not %s"
                    .formatted(info.name(), info.modality().key(), modality.key()));
          }
          used.put(
              modality.key(),
              new JsonObject()
                  .put("name", info.name())
                  .put("version", info.version())
                  .put("substitute", info.substitute()));
        });
    return origin.put(KEY, used);
  }

  /** The extractor of a modality; empty for an imported dataset that does not say. */
  public static Optional<Used> of(DatasetInfo info, Modality modality) {
    var origin = info.description().getJsonObject("origin", new JsonObject());
    var used = origin.getJsonObject(KEY, new JsonObject()).getJsonObject(modality.key());
    return used == null
        ? Optional.empty()
        : Optional.of(
            new Used(
                used.getString("name"),
                used.getInteger("version"),
                used.getBoolean("substitute", false)));
  }
}
