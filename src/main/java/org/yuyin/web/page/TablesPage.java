package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.yuyin.evaluation.table.PaperTable;
import org.yuyin.web.Phrase;
import org.yuyin.web.View;
import org.yuyin.web.table.TableDesk;

/** {@code /tables}: the paper's tables 2, 3 and 4 of what was trained on a dataset. */
final class TablesPage implements Page {
  private final TableDesk desk;

  TablesPage(TableDesk desk) {
    this.desk = desk;
  }

  @Override
  public String path() {
    return "/tables";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var choice = desk.choice(request);
    var datasets = desk.datasets();
    return Future.all(choice, datasets)
        .map(
            done ->
                new View(
                    "tables",
                    Phrase.of("tables.title"),
                    Map.of(
                        "choice", choice.result(),
                        "datasets", datasets.result(),
                        "tables", List.of(PaperTable.values()))));
  }
}
