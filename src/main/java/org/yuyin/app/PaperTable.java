package org.yuyin.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yuyin.storage.InputException;

/**
 * The paper's tables: which methods stand in them, and which of them the others are held against.
 */
enum PaperTable {
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
  static final String REFERENCE = "YuYin";

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
  record Entry(String label, String method, Map<String, String> changes) {
    static Entry of(String label, String method) {
      return new Entry(label, method, Map.of());
    }

    static Entry of(String label, String method, String key, String value) {
      return new Entry(label, method, Map.of(key, value));
    }

    static Entry of(String label, String method, String one, String its, String two, String other) {
      return new Entry(label, method, Map.of(one, its, two, other));
    }
  }

  String title() {
    return title;
  }

  /**
   * Its lines.
   *
   * @param methods only these and the reference; empty for all
   * @throws InputException when one does not stand in this table
   */
  List<Entry> entries(Set<String> methods) {
    var known = entries.stream().map(Entry::method).distinct().toList();
    for (var method : methods) {
      if (!known.contains(method)) {
        throw new InputException(
            "method \"%s\" does not stand in %s; there are %s"
                .formatted(method, name().toLowerCase(Locale.ROOT), String.join(", ", known)));
      }
    }
    return entries.stream()
        .filter(
            entry ->
                methods.isEmpty()
                    || methods.contains(entry.method())
                    || entry.label().equals(REFERENCE))
        .toList();
  }
}
