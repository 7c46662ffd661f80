package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.yuyin.evaluation.Direction;
import org.yuyin.web.Refusal;
import org.yuyin.web.View;
import org.yuyin.web.table.TableDesk;

/** {@code /tables/piece}: a table once it is worked out; until then it asks to be asked again. */
final class TablePiece implements Page {
  private final TableDesk desk;

  TablePiece(TableDesk desk) {
    this.desk = desk;
  }

  @Override
  public String path() {
    return "/tables/piece";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    return desk.answer(request)
        .map(found -> found.orElseThrow(() -> Refusal.notFound("There is no dataset yet.")))
        .compose(
            answer ->
                answer.table().isComplete()
                    ? answer.table().map(table -> view(answer, Map.of("table", table)))
                    : Future.succeededFuture(view(answer, Map.of())));
  }

  private static View view(TableDesk.Answer answer, Map<String, Object> more) {
    var values = new java.util.HashMap<String, Object>(more);
    values.put("choice", answer.choice());
    values.put("directions", List.of(Direction.values()));
    return View.piece("table-piece", values);
  }
}
