package org.yuyin.operations.doctor;

import org.yuyin.storage.Database;

/** Whether the database answers and its tables are of the version that this program needs. */
final class SchemaCheck implements Check {
  static final String NAME = "database";

  private final Database database;

  SchemaCheck(Database database) {
    this.database = database;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding look() {
    var server =
        database
            .pool()
            .query("SELECT current_setting('server_version') AS version")
            .execute()
            .await()
            .iterator()
            .next()
            .getString("version");
    var newest = database.newestSchema();
    var says =
        "PostgreSQL %s, tables of version %s"
            .formatted(server, database.schemaVersion().orElse("none"));
    var there = database.schemaVersion();
    if (there.isEmpty() || Integer.parseInt(there.get()) < Integer.parseInt(newest)) {
      return Finding.weak(
          "%s; this program has %s".formatted(says, newest),
          "the next command brings them up to date");
    }
    return there.get().equals(newest)
        ? Finding.ok(
            says + "; vectors are searched in memory, without an extension of the database")
        : Finding.broken(
            "%s; this program only knows %s".formatted(says, newest), "update the program");
  }
}
