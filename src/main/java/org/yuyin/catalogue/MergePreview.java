package org.yuyin.catalogue;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a change of merging does to the catalogue. Datasets that exist keep what they were made of.
 *
 * @param change what somebody wants
 * @param moved names of the fine categories that are merged differently afterwards
 * @param found ads in them
 * @param kept those among them that models may learn from
 * @param lines merged categories that differ between now and then, by name
 */
public record MergePreview(
    MergeChange change, List<String> moved, long found, long kept, List<Line> lines) {
  /**
   * How large a merged category is.
   *
   * @param categories fine categories in it
   * @param found ads before filtering
   * @param kept ads after filtering
   */
  public record Size(int categories, long found, long kept) {
    private static final Size NOTHING = new Size(0, 0, 0);

    private Size with(CatalogueCounts.Category more) {
      return new Size(categories + 1, found + more.found(), kept + more.kept());
    }
  }

  /** A merged category now and afterwards. */
  public record Line(String name, Size now, Size after) {
    /** Whether the change brings it about. */
    public boolean appears() {
      return now.categories() == 0;
    }

    /** Whether nothing is left of it. */
    public boolean vanishes() {
      return after.categories() == 0;
    }
  }

  /**
   * Works it out.
   *
   * @param all every fine category as it is now
   * @throws org.yuyin.storage.InputException when the change cannot be made
   */
  static MergePreview of(MergeChange change, List<FineCategory> all) {
    var moved = change.moved(all);
    var now = sizes(all, FineCategory::merged);
    var after = sizes(all, it -> moved.contains(it) ? change.into() : it.merged());
    var names = new TreeMap<>(now);
    names.putAll(after);
    return new MergePreview(
        change,
        moved.stream().map(FineCategory::name).toList(),
        moved.stream().mapToLong(it -> it.counts().found()).sum(),
        moved.stream().mapToLong(it -> it.counts().kept()).sum(),
        names.keySet().stream()
            .map(
                name ->
                    new Line(
                        name,
                        now.getOrDefault(name, Size.NOTHING),
                        after.getOrDefault(name, Size.NOTHING)))
            .filter(line -> !line.now().equals(line.after()))
            .toList());
  }

  private static TreeMap<String, Size> sizes(
      List<FineCategory> all, Function<FineCategory, String> merged) {
    var sizes = new TreeMap<String, Size>();
    for (var category : all) {
      sizes.compute(
          merged.apply(category),
          (_, size) -> (size == null ? Size.NOTHING : size).with(category.counts()));
    }
    return sizes;
  }
}
