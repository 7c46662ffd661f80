package org.yuyin.operations.doctor;

import java.util.ArrayList;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.Modality;

/** Which extractors describe ads here, and whether a weaker one stands in for want of weights. */
final class WeightsCheck implements Check {
  private final Extractors extractors;

  WeightsCheck(Extractors extractors) {
    this.extractors = extractors;
  }

  @Override
  public String name() {
    return "weights";
  }

  @Override
  public Finding look() {
    var used = new ArrayList<String>();
    var weak = new ArrayList<String>();
    for (var modality : Modality.values()) {
      var info = extractors.preferred(modality).info();
      used.add(modality.key() + " by " + info.name());
      if (info.substitute()) {
        weak.add(info.name());
      }
    }
    var says = String.join(", ", used);
    return weak.isEmpty()
        ? Finding.ok(says)
        : Finding.weak(
            "%s; in place of the paper's: %s".formatted(says, String.join(", ", weak)),
            "fetch the weights with scripts/models fetch; models and docs/models.md say more");
  }
}
