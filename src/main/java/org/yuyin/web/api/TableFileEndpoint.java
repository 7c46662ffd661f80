package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuyin.evaluation.table.TableFormat;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Refusal;
import org.yuyin.web.table.TableDesk;

/**
 * {@code GET /api/v1/tables/FORMAT}: one of the paper's tables as a file, of the trainings that the
 * parameters of {@code /tables} choose.
 */
final class TableFileEndpoint implements Endpoint {
  private static final Map<String, String> TYPES =
      Map.of(
          "txt", "text/plain; charset=utf-8",
          "csv", "text/csv; charset=utf-8",
          "json", "application/json",
          "md", "text/markdown; charset=utf-8",
          "tex", "application/x-tex; charset=utf-8");

  private final TableDesk desk;

  TableFileEndpoint(TableDesk desk) {
    this.desk = desk;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/tables/:format").respond(this::file);
  }

  private Future<Buffer> file(RoutingContext request) {
    var format = format(request.pathParam("format"));
    return desk.answer(request)
        .map(found -> found.orElseThrow(() -> Refusal.notFound("There is no dataset yet.")))
        .compose(
            answer ->
                answer
                    .table()
                    .map(
                        table -> {
                          var comparison =
                              table
                                  .comparison()
                                  .orElseThrow(
                                      () ->
                                          Refusal.notFound(
                                              "Nothing is stored for this table; make it with: "
                                                  + answer.choice().command("")));
                          Downloads.name(
                              request,
                              answer.choice().table().key() + "." + format.extension(),
                              TYPES.getOrDefault(format.extension(), "text/plain"));
                          return Buffer.buffer(format.write(comparison));
                        }));
  }

  private static TableFormat format(String extension) {
    return TableFormat.all().stream()
        .filter(format -> format.extension().equals(extension))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "A table is written as %s, not as \"%s\"."
                        .formatted(
                            TableFormat.all().stream()
                                .map(TableFormat::extension)
                                .collect(Collectors.joining(", ")),
                            extension)));
  }
}
