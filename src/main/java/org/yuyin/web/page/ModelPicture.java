package org.yuyin.web.page;

import io.vertx.core.Future;
import java.util.Locale;
import org.yuyin.web.see.ModelPictures;
import org.yuyin.web.see.ModelPictures.Picture;

/** Which picture of a model a page shows. */
enum ModelPicture {
  /** How alike true pairs and wrong ones are: Figure 6. */
  SIMILARITY {
    @Override
    Future<? extends Picture<?>> of(ModelPictures pictures, long run) {
      return pictures.similarity(run);
    }
  },
  /** What the fusion weighs. */
  WEIGHTS {
    @Override
    Future<? extends Picture<?>> of(ModelPictures pictures, long run) {
      return pictures.weights(run);
    }
  },
  /** Which categories are taken for which. */
  CONFUSION {
    @Override
    Future<? extends Picture<?>> of(ModelPictures pictures, long run) {
      return pictures.confusion(run);
    }
  };

  abstract Future<? extends Picture<?>> of(ModelPictures pictures, long run);

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
