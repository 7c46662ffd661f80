package org.yuyin.operations.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.feature.Extractors;
import org.yuyin.storage.Database;
import org.yuyin.storage.StorageSettings;

/** Looks at everything that a studio needs, one part after the other. Blocking. */
public final class Doctor {
  private static final Logger log = LoggerFactory.getLogger(Doctor.class);

  private final StorageSettings settings;

  /** Examines that data folder and database. */
  public Doctor(StorageSettings settings) {
    this.settings = settings;
  }

  /** A part and what was found there. */
  public record Examined(String part, Finding finding) {}

  /** What was found, in the order in which it is best mended. */
  public List<Examined> examine() {
    var found = new ArrayList<Examined>();
    try (var extractors = Extractors.standard(settings.folder().models())) {
      machine(extractors).forEach(check -> found.add(look(check)));
    }
    if (found.stream().noneMatch(it -> it.part().equals(FolderCheck.NAME) && broken(it))) {
      try (var database = Database.openAsItIs(settings)) {
        stored(database).forEach(check -> found.add(look(check)));
      } catch (RuntimeException e) {
        found.add(
            new Examined(
                SchemaCheck.NAME,
                Finding.broken(
                    String.valueOf(e.getMessage()),
                    "without it nothing else of what is stored could be looked at")));
      }
    }
    return List.copyOf(found);
  }

  /** Checks that need no database; a new one adds its line here. */
  private List<Check> machine(Extractors extractors) {
    return List.of(
        new JavaCheck(),
        new MemoryCheck(),
        new FolderCheck(settings.folder()),
        new MediaCheck(),
        new WeightsCheck(extractors),
        new DeviceCheck());
  }

  /** Checks of what is stored; a new one adds its line here. */
  private List<Check> stored(Database database) {
    return List.of(
        new SchemaCheck(database),
        new ServingCheck(database.pool(), settings.folder()),
        new QueueCheck(database.pool()),
        new BlobsCheck(database.pool(), settings.folder()));
  }

  private static boolean broken(Examined examined) {
    return examined.finding().level() == Finding.Level.BROKEN;
  }

  private static Examined look(Check check) {
    try {
      return new Examined(check.name(), check.look());
    } catch (RuntimeException | LinkageError e) {
      log.debug("{} failed", check.name(), e);
      var why = Optional.ofNullable(e.getMessage()).orElse(e.toString());
      return new Examined(check.name(), Finding.broken(why, "YUYIN_LOG=debug says more"));
    }
  }
}
