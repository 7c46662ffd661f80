package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.training.RunCard;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /see/similarity?run=ID} and its like: a model to choose, and below it the picture. */
final class ModelPicturePage implements Page {
  private final Sources sources;
  private final ModelPicture picture;

  ModelPicturePage(Sources sources, ModelPicture picture) {
    this.sources = sources;
    this.picture = picture;
  }

  @Override
  public String path() {
    return "/see/" + picture.key();
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var asked =
        Params.word(request, "run")
            .map(_ -> (long) Params.between(request, "run", 1, Integer.MAX_VALUE, 1));
    return sources
        .runs()
        .withModel()
        .map(
            runs ->
                new View(
                    "see-model",
                    Phrase.of("menu.see"),
                    Map.of(
                        "picture", picture.key(),
                        "pictures",
                            Arrays.stream(ModelPicture.values()).map(ModelPicture::key).toList(),
                        "runs", runs,
                        "run", chosen(asked, runs))));
  }

  private static Optional<Long> chosen(Optional<Long> asked, List<RunCard> runs) {
    if (asked.isPresent() && runs.stream().noneMatch(run -> run.id() == asked.get())) {
      throw Refusal.notFound(
          "Run %d has no trained model; choose a run that is finished and no part of a"
                  .formatted(asked.get())
              + " cross-validation.");
    }
    return asked.or(() -> runs.stream().map(RunCard::id).findFirst());
  }
}
