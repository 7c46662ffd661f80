package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.yuyin.catalogue.Categories;
import org.yuyin.catalogue.FineCategory;
import org.yuyin.catalogue.MergeChange;
import org.yuyin.catalogue.MergePreview;
import org.yuyin.web.Endpoint;

/**
 * {@code GET /api/v1/categories} lists the fine categories; {@code POST /api/v1/categories/move}
 * with the fields {@code subject} and {@code into} merges one into another merged category, {@code
 * POST /api/v1/categories/rename} gives a merged category another name.
 */
final class CategoriesEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 4000;

  private final Categories categories;

  CategoriesEndpoint(Categories categories) {
    this.categories = categories;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/categories").respond(request -> list());
    change(router, "move", MergeChange.Kind.MOVE);
    change(router, "rename", MergeChange.Kind.RENAME);
  }

  private void change(Router router, String path, MergeChange.Kind kind) {
    router
        .post("/api/v1/categories/" + path)
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(request -> change(request, kind));
  }

  private void change(RoutingContext request, MergeChange.Kind kind) {
    var form = new Form(request);
    var change = new MergeChange(kind, form.needed("subject"), form.word("into").orElse(""));
    categories
        .apply(change)
        .onSuccess(done -> Replies.showPage(request, "/categories", json(done)))
        .onFailure(request::fail);
  }

  private Future<JsonArray> list() {
    return categories
        .all()
        .map(all -> new JsonArray(all.stream().map(CategoriesEndpoint::json).toList()));
  }

  private static JsonObject json(FineCategory category) {
    return new JsonObject()
        .put("name", category.name())
        .put("merged", category.merged())
        .put("origin", category.origin())
        .put("found", category.counts().found())
        .put("kept", category.counts().kept());
  }

  private static JsonObject json(MergePreview done) {
    return new JsonObject()
        .put("into", done.change().into())
        .put("moved", new JsonArray(done.moved()))
        .put("ads", done.found());
  }
}
