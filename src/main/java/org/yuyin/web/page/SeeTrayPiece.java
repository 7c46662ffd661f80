package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.View;
import org.yuyin.web.see.SeeDesk;

/** {@code /see/tray?projection=ID&rows=1,2}: what stands behind the points that were selected. */
final class SeeTrayPiece implements Page {
  private static final int MOST = 60;

  private final SeeDesk desk;

  SeeTrayPiece(SeeDesk desk) {
    this.desk = desk;
  }

  @Override
  public String path() {
    return "/see/tray";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    long id = Params.between(request, "projection", 1, Integer.MAX_VALUE, 1);
    var rows = rows(Params.word(request, "rows").orElse(""));
    return desk.projection(id)
        .map(found -> found.orElseThrow(() -> Refusal.notFound("There is no picture " + id + ".")))
        .compose(found -> desk.items(found, rows.stream().limit(MOST).toList()))
        .map(items -> View.piece("see-tray", Map.of("items", items)));
  }

  private static List<Integer> rows(String text) {
    try {
      return Arrays.stream(text.split(","))
          .filter(row -> !row.isBlank())
          .map(row -> Integer.parseInt(row.strip()))
          .toList();
    } catch (NumberFormatException e) {
      throw Refusal.badRequest(
          "\"rows\" is a list of numbers such as 3,5,8, not \"%s\".".formatted(text));
    }
  }
}
