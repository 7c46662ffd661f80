package org.yuyin.evaluation.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.storage.InputException;

/**
 * The paper's tables: which methods stand in them, and which of them the others are held against.
 */
public enum PaperTable {
  /** The methods that the paper compares, then what came after it. */
  TABLE2(
      "Table 2: methods compared",
      List.of(
          Entry.of("CCA", "cca"),
          Entry.of("DCCA", "dcca"),
          Entry.of("CEVAR", "cevar"),
          Entry.of("CBVMR", "cbvmr"),
          Entry.of("CMVAE", "cmvae"),
          Entry.of("MRCMV", "mrcmv"),
          Entry.of("YuYin", "yuyin"),
          Entry.of("II-CLVM", "ii-clvm"),
          Entry.of("YuYin+", "yuyin-plus"))),
  /** What emotion and text are worth, and the prediction task. */
  TABLE3(
      "Table 3: YuYin without some of its parts",
      List.of(
          Entry.of("YuYin pure", "yuyin", "useText", "false", "useEmotion", "false"),
          Entry.of("YuYin w/o E", "yuyin", "useEmotion", "false"),
          Entry.of("YuYin w/o T", "yuyin", "useText", "false"),
          Entry.of("YuYin w/o prediction", "yuyin", "alpha", "0"),
          Entry.of("YuYin", "yuyin"))),
  /** How sound and emotion are joined. */
  TABLE4(
      "Table 4: YuYin with different fusions of sound and emotion",
      List.of(
          Entry.of("YuYin (Concat)", "yuyin", "fusion", "concat"),
          Entry.of("YuYin (Add)", "yuyin", "fusion", "add"),
          Entry.of("YuYin", "yuyin")));

  /** What the other lines are compared with; every table has it. */
  public static final String REFERENCE = "YuYin";

  private final String title;
  private final List<Entry> entries;

  PaperTable(String title, List<Entry> entries) {
    this.title = title;
    this.entries = entries;
  }

  /**
   * A line of a table.
   *
   * @param label as the table shows it
   * @param method in the registry
   * @param changes of its settings
   */
  public record Entry(String label, String method, Map<String, String> changes) {
    static Entry of(String label, String method) {
      return new Entry(label, method, Map.of());
    }

    static Entry of(String label, String method, String key, String value) {
      return new Entry(label, method, Map.of(key, value));
    }

    static Entry of(String label, String method, String one, String its, String two, String other) {
      return new Entry(label, method, Map.of(one, its, two, other));
    }

    /** Whether the others are held against it. */
    public boolean isReference() {
      return label.equals(REFERENCE);
    }

    /**
     * What is trained for it.
     *
     * @param changes of the schedule or settings, taken where the method has them
     */
    public Recipe<?> recipe(Map<String, String> changes) {
      var trained = Methods.standard().named(method);
      var all = new LinkedHashMap<>(changes);
      all.keySet().retainAll(Recipe.of(trained, Map.of()).asMap().keySet());
      all.putAll(this.changes);
      return Recipe.of(trained, all);
    }
  }

  /** What stands above it. */
  public String title() {
    return title;
  }

  /** As on the command line, such as {@code table2}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All its lines. */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * Its lines.
   *
   * @param methods only these and the reference; empty for all
   * @throws InputException when one does not stand in this table
   */
  public List<Entry> entries(Set<String> methods) {
    var known = entries.stream().map(Entry::method).distinct().toList();
    for (var method : methods) {
      if (!known.contains(method)) {
        throw new InputException(
            "method \"%s\" does not stand in %s; there are %s"
                .formatted(method, key(), String.join(", ", known)));
      }
    }
    return entries.stream()
        .filter(
            entry -> methods.isEmpty() || methods.contains(entry.method()) || entry.isReference())
        .toList();
  }
}
