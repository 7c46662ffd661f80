package org.yuyin.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.Modality;

/**
 * The choice of an extractor for one modality.
 *
 * @param modality what is described
 * @param usable extractors that can be used here, the strongest first
 * @param missing why the others cannot
 */
public record ExtractorField(Modality modality, List<ExtractorInfo> usable, List<Missing> missing) {
  /**
   * An extractor that cannot be used here.
   *
   * @param why and what to do about it
   */
  public record Missing(String name, String why) {}

  /** One field for each modality; looks for weights on the disk. */
  static List<ExtractorField> all(Extractors extractors) {
    return Arrays.stream(Modality.values()).map(modality -> of(modality, extractors)).toList();
  }

  private static ExtractorField of(Modality modality, Extractors extractors) {
    var usable = new ArrayList<ExtractorInfo>();
    var missing = new ArrayList<Missing>();
    for (var extractor : extractors.all()) {
      var info = extractor.info();
      if (info.modality() == modality) {
        extractor
            .unavailable()
            .ifPresentOrElse(
                why -> missing.add(new Missing(info.name(), why)), () -> usable.add(info));
      }
    }
    return new ExtractorField(modality, usable, missing);
  }
}
