package org.yuyin.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yuyin.feature.Modality;
import org.yuyin.model.DataShape;
import org.yuyin.model.Methods;
import org.yuyin.model.Network;
import org.yuyin.model.Recipe;

/**
 * What a checkpoint belongs to; enough to build its network again and to make it anew.
 *
 * @param method name in the registry
 * @param settings by key, all of them
 * @param widths of the features, by modality
 * @param classes merged categories
 * @param dataset name and content hash
 */
public record Description(
    String method,
    Map<String, Object> settings,
    Map<Modality, Integer> widths,
    List<String> classes,
    String dataset,
    String datasetHash,
    long seed,
    boolean shuffled) {

  static Description of(TrainingTask task) {
    var shape = DataShape.of(task.snapshot());
    return new Description(
        task.recipe().method().name(),
        task.recipe().asMap(),
        new TreeMap<>(shape.widths()),
        shape.classes(),
        task.snapshot().name(),
        task.snapshot().contentHash(),
        task.seed(),
        task.shuffled());
  }

  Network network(Methods methods) {
    return Recipe.stored(methods.named(method), settings).network(new DataShape(widths, classes));
  }
}
