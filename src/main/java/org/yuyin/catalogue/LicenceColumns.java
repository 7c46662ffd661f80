package org.yuyin.catalogue;

import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.Set;

/** A licence as columns of a row; for every query that joins {@code licence}. */
public final class LicenceColumns {
  /** To be selected, from the table under its own name. */
  public static final String LIST =
      "licence.platforms, licence.territories, licence.valid_from, licence.valid_until,"
          + " licence.terms";

  private LicenceColumns() {}

  /** The licence in a row; empty where an outer join found none. */
  public static Optional<Licence> read(Row row) {
    return Optional.ofNullable(row.getString("terms"))
        .map(
            terms ->
                new Licence(
                    Set.of(row.getArrayOfStrings("platforms")),
                    Set.of(row.getArrayOfStrings("territories")),
                    Optional.ofNullable(row.getLocalDate("valid_from")),
                    Optional.ofNullable(row.getLocalDate("valid_until")),
                    terms));
  }
}
