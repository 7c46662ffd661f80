package org.yuyin.web.table;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.evaluation.table.StoredTable;
import org.yuyin.evaluation.table.StoredTables;
import org.yuyin.web.Computed;

/** Works out tables for those who ask, once for each state of the stored runs. */
public final class TableDesk {
  private final DatasetRepository datasets;
  private final StoredTables tables;
  private final Computed<Asked> computed = new Computed<>("web-tables");

  /** Reads through that pool. */
  public TableDesk(Pool pool) {
    datasets = new DatasetRepository(pool);
    tables = new StoredTables(pool);
  }

  private record Asked(TableChoice choice, String edition) {}

  /**
   * A table under way or done.
   *
   * @param choice what it is made of
   * @param table maybe not complete yet
   */
  public record Answer(TableChoice choice, Future<StoredTable> table) {}

  /** What an address asks for; empty when there is no dataset at all. */
  public Future<Optional<TableChoice>> choice(RoutingContext request) {
    return TableChoice.of(request, datasets, tables);
  }

  /** Every dataset that could be asked for. */
  public Future<List<DatasetInfo>> datasets() {
    return datasets.list();
  }

  /** Begins the table that an address asks for, or takes up the one that was begun. */
  public Future<Optional<Answer>> answer(RoutingContext request) {
    return choice(request)
        .compose(
            choice ->
                choice.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : tables
                        .edition(choice.get().wanted().info())
                        .map(edition -> Optional.of(answer(choice.get(), edition))));
  }

  private Answer answer(TableChoice choice, String edition) {
    return new Answer(
        choice,
        computed.get(
            new Asked(choice, edition), () -> tables.make(choice.table(), choice.wanted())));
  }
}
