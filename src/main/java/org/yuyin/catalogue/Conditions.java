package org.yuyin.catalogue;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a list is asked for, as the WHERE of a query that has only what is asked: so each query can
 * be planned by itself and use the index that suits it.
 */
final class Conditions {
  private final StringJoiner sql;
  private final List<Object> values = new ArrayList<>();

  /** Nothing is asked yet, and everything passes. */
  Conditions() {
    this.sql = new StringJoiner(" AND ", " WHERE ", "").setEmptyValue("");
  }

  /** Always asked, beside what is added. */
  Conditions(String condition) {
    this();
    sql.add(condition);
  }

  /** Asked where there is a value, which stands for every question mark. */
  Conditions and(String condition, Optional<?> value) {
    value.ifPresent(
        given -> {
          values.add(given);
          sql.add(condition.replace("?", "$" + values.size()));
        });
    return this;
  }

  /** Asked where there is a range. */
  Conditions within(String column, Optional<NumberRange> range) {
    return and(column + " >= ?", range.map(NumberRange::least))
        .and(column + " <= ?", range.map(NumberRange::most));
  }

  /** From WHERE on; empty when nothing is asked. */
  String sql() {
    return sql.toString();
  }

  /** A query with these conditions, cut to one page. */
  String page(String query) {
    return "%s LIMIT $%d OFFSET $%d".formatted(query, values.size() + 1, values.size() + 2);
  }

  /** What the conditions ask. */
  Tuple values() {
    return Tuple.from(values);
  }

  /** The same for one page: that many rows, after so many. */
  Tuple values(int most, int after) {
    return values().addInteger(most).addInteger(after);
  }
}
