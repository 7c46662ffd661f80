package org.yuyin.storage;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of one database and the migrations that bring them up to date. */
final class Schema {
  private static final String MIGRATIONS = "classpath:db/migration";

  private final ServerAddress address;
  private final String applicationName;

  Schema(ServerAddress address, String applicationName) {
    this.address = address;
    this.applicationName = applicationName;
  }

  /** Brings the tables up to date. */
  void migrate() {
    migrateTo(MigrationVersion.LATEST);
  }

  /** Makes the tables as they were at an earlier version; refused when it is not known. */
  void migrateTo(String version) {
    var wanted = MigrationVersion.fromVersion(version);
    if (wanted.isNewerThan(newest())) {
      throw new InputException(
          "tables of version %s are newer than this program, which knows %s; update the program"
              .formatted(version, newest()));
    }
    migrateTo(wanted);
  }

  /** The version that the tables have; empty when there are none. */
  Optional<String> version() {
    try {
      var current = flyway(MigrationVersion.LATEST).info().current();
      return Optional.ofNullable(current).map(it -> it.getVersion().getVersion());
    } catch (FlywayException e) {
      throw problem(e);
    }
  }

  /** The newest version that this program knows. */
  String newest() {
    return Arrays.stream(flyway(MigrationVersion.LATEST).info().all())
        .filter(migration -> migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo)
        .orElseThrow()
        .getVersion();
  }

  private void migrateTo(MigrationVersion version) {
    try {
      flyway(version).migrate();
    } catch (FlywayException e) {
      throw problem(e);
    }
  }

  private InputException problem(FlywayException e) {
    return new InputException(
        "the tables of %s cannot be brought up to date: %s"
            .formatted(address, Database.firstLine(e)),
        e);
  }

  private Flyway flyway(MigrationVersion target) {
    return Flyway.configure()
        .dataSource(
            address.jdbcUrl() + "&ApplicationName=" + applicationName,
            address.user(),
            address.password())
        .locations(MIGRATIONS)
        .target(target)
        .load();
  }
}
