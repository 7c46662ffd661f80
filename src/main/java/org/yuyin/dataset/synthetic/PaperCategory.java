package org.yuyin.dataset.synthetic;

import java.util.Arrays;

/**
 * The paper's fine categories. It gives counts of the merged ones only (section 3.2: 43,841 on
 * clothing, 25,860 on baby products, 26,824 on daily necessities, 1,546 on electronic products);
 * within those the fine ones are equally frequent here.
 */
enum PaperCategory {
  SPORTS("sports", Merged.CLOTHING),
  WEDDING_DRESSES("wedding dresses", Merged.CLOTHING),
  WOMENS_T_SHIRTS("women's t-shirts", Merged.CLOTHING),
  DOWN_JACKETS("down jackets", Merged.CLOTHING),
  WOMENS_SUITS("women's suits", Merged.CLOTHING),
  MENS_SUITS("men's suits", Merged.CLOTHING),
  MENS_T_SHIRTS("men's t-shirts", Merged.CLOTHING),
  BABY_CARE("baby care", Merged.BABY),
  CHILDRENS_CLOTHING("children's clothing", Merged.BABY),
  DAILY_NECESSITIES("daily necessities", Merged.DAILY),
  FOOD("food", Merged.DAILY),
  COSMETICS("cosmetics", Merged.DAILY),
  VIDEO_GAMES("video games", Merged.ELECTRONIC),
  MOBILE_PHONES("mobile phones", Merged.ELECTRONIC),
  TABLETS("tablets", Merged.ELECTRONIC);

  /** What they are merged into. */
  enum Merged {
    CLOTHING("clothing", 43_841),
    BABY("baby products", 25_860),
    DAILY("daily necessities", 26_824),
    ELECTRONIC("electronic products", 1_546);

    private final String label;
    private final int papersPairs;

    Merged(String label, int papersPairs) {
      this.label = label;
      this.papersPairs = papersPairs;
    }

    String label() {
      return label;
    }
  }

  private final String label;
  private final Merged merged;

  PaperCategory(String label, Merged merged) {
    this.label = label;
    this.merged = merged;
  }

  String label() {
    return label;
  }

  Merged merged() {
    return merged;
  }

  /** How many of that many pairs belong to each fine category, in the order of the constants. */
  static int[] counts(int pairs) {
    var ofMerged =
        Apportionment.of(
            pairs, Arrays.stream(Merged.values()).mapToDouble(it -> it.papersPairs).toArray());
    var counts = new int[values().length];
    for (var merged : Merged.values()) {
      var fine = Arrays.stream(values()).filter(it -> it.merged == merged).toList();
      var share = new double[fine.size()];
      Arrays.fill(share, 1);
      var ofFine = Apportionment.of(ofMerged[merged.ordinal()], share);
      for (int i = 0; i < ofFine.length; i++) {
        counts[fine.get(i).ordinal()] = ofFine[i];
      }
    }
    return counts;
  }
}
