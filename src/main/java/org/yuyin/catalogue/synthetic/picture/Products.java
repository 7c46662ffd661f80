package org.yuyin.catalogue.synthetic.picture;

import org.yuyin.catalogue.synthetic.plan.ProductCategory;

/** Which product is drawn for which category. */
final class Products {
  private Products() {}

  static Product of(ProductCategory category) {
    return switch (category) {
      case VIDEO_GAMES -> new GameProduct();
      case MOBILE_PHONES -> new PhoneProduct();
      case TABLETS -> new TabletProduct();
      case BABY_CARE -> new BabyProduct();
      case CHILDRENS_CLOTHING -> new ChildWearProduct();
      case DAILY_NECESSITIES -> new HouseholdProduct();
      case FOOD -> new FoodProduct();
      case COSMETICS -> new CosmeticProduct();
      case SPORTS -> new SportProduct();
      case WEDDING_DRESSES -> new WeddingDressProduct();
      case WOMENS_T_SHIRTS -> new WomensTeeProduct();
      case DOWN_JACKETS -> new DownJacketProduct();
      case WOMENS_SUITS -> new WomensSuitProduct();
      case MENS_SUITS -> new MensSuitProduct();
      case MENS_T_SHIRTS -> new MensTeeProduct();
    };
  }
}
