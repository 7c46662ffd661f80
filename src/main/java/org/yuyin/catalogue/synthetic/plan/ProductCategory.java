package org.yuyin.catalogue.synthetic.plan;

/** The paper's fifteen fine categories of ads, what they are merged into, and their usual mood. */
public enum ProductCategory {
  VIDEO_GAMES("video games", "electronic products", "电子游戏", 0.80, 0.45),
  MOBILE_PHONES("mobile phones", "electronic products", "手机", 0.65, 0.50),
  TABLETS("tablets", "electronic products", "平板电脑", 0.45, 0.65),
  BABY_CARE("baby care", "baby products", "母婴用品", 0.20, 0.85),
  CHILDRENS_CLOTHING("children's clothing", "baby products", "童装", 0.55, 0.90),
  DAILY_NECESSITIES("daily necessities", "daily necessities", "日用品", 0.40, 0.70),
  FOOD("food", "daily necessities", "食品", 0.55, 0.75),
  COSMETICS("cosmetics", "daily necessities", "化妆品", 0.35, 0.60),
  SPORTS("sports", "clothing", "运动", 0.90, 0.55),
  WEDDING_DRESSES("wedding dresses", "clothing", "婚纱", 0.15, 0.65),
  WOMENS_T_SHIRTS("women's t-shirts", "clothing", "女装T恤", 0.60, 0.75),
  DOWN_JACKETS("down jackets", "clothing", "羽绒服", 0.45, 0.30),
  WOMENS_SUITS("women's suits", "clothing", "女士西装", 0.45, 0.45),
  MENS_SUITS("men's suits", "clothing", "男士西装", 0.30, 0.30),
  MENS_T_SHIRTS("men's t-shirts", "clothing", "男装T恤", 0.70, 0.40);

  private final String title;
  private final String merged;
  private final String tag;
  private final Mood usualMood;

  ProductCategory(String title, String merged, String tag, double energy, double brightness) {
    this.title = title;
    this.merged = merged;
    this.tag = tag;
    this.usualMood = new Mood(energy, brightness);
  }

  /** The English name, as the paper writes it. */
  public String title() {
    return title;
  }

  /** The broad category it is merged into: one of four. */
  public String merged() {
    return merged;
  }

  /** The Chinese tag. */
  public String tag() {
    return tag;
  }

  /** The centre of the moods its ads have. */
  public Mood usualMood() {
    return usualMood;
  }
}
