package org.yuyin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.yuyin.operations.Deleted;
import org.yuyin.storage.InputException;

/** Deletes one thing after the other and says what became of each; for the commands that do. */
final class Deleting {
  private Deleting() {}

  static void each(
      String thing, List<Long> ids, LongFunction<Optional<Deleted>> deletion, Output output) {
    var unknown = new ArrayList<Long>();
    for (var id : ids) {
      deletion
          .apply(id)
          .ifPresentOrElse(
              deleted -> output.print("deleted %s %d%s".formatted(thing, id, rest(deleted))),
              () -> unknown.add(id));
    }
    if (!unknown.isEmpty()) {
      throw new InputException("there is no %s %s".formatted(thing, unknown));
    }
  }

  private static String rest(Deleted deleted) {
    var rest = new StringBuilder();
    if (deleted.decisions() > 0) {
      rest.append("; %d judgements went with it".formatted(deleted.decisions()));
    }
    if (!deleted.datasets().isEmpty()) {
      rest.append("; still in datasets ").append(String.join(", ", deleted.datasets()));
    }
    if (deleted.filesWait()) {
      rest.append("; its files go when the backup under way has ended");
    }
    return rest.toString();
  }
}
