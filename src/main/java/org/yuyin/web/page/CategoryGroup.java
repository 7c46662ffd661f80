package org.yuyin.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.yuyin.catalogue.CatalogueCounts.Category;

/**
 * A merged category with the fine ones in it.
 *
 * @param name of the merged category
 * @param style class that sets its colour
 * @param all its fine categories, the largest first
 */
public record CategoryGroup(String name, String style, List<Category> all) {
  /** Groups fine categories by what they are merged into, keeping their order. */
  static List<CategoryGroup> group(List<Category> categories, CategoryColours colours) {
    var byMerged = new LinkedHashMap<String, List<Category>>();
    for (var category : categories) {
      byMerged.computeIfAbsent(category.merged(), merged -> new ArrayList<>()).add(category);
    }
    return byMerged.entrySet().stream()
        .map(
            entry ->
                new CategoryGroup(
                    entry.getKey(),
                    colours.styleOf(Optional.of(entry.getKey())),
                    List.copyOf(entry.getValue())))
        .toList();
  }

  /** The fine categories; none when the only one is the group itself. */
  public List<Category> members() {
    return all.size() == 1 && all.getFirst().name().equals(name) ? List.of() : all;
  }

  /** Ads before filtering. */
  public long found() {
    return all.stream().mapToLong(Category::found).sum();
  }

  /** Ads after filtering. */
  public long kept() {
    return all.stream().mapToLong(Category::kept).sum();
  }
}
