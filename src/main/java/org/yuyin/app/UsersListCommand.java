package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuyin.account.User;
import org.yuyin.evaluation.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin users list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the users.")
final class UsersListCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var users = studio.accounts().users().all().await();
      Output.of(spec).print(json ? json(users) : text(users));
    }
  }

  private static String text(List<User> users) {
    if (users.isEmpty()) {
      return "There are no users, so this machine may do everything and others nothing;"
          + " begin with: users add NAME --role owner";
    }
    var table = new TextTable("name", "role", "since", "may sign in").words(0, 1, 2, 3);
    for (var user : users) {
      table.add(
          user.name(),
          user.role().key(),
          user.createdAt().toString().substring(0, 10),
          user.disabledAt().isEmpty() ? "yes" : "no");
    }
    return table.toString();
  }

  private static String json(List<User> users) {
    return new JsonArray(
            users.stream()
                .map(
                    user ->
                        JsonObject.of(
                            "name",
                            user.name(),
                            "role",
                            user.role().key(),
                            "createdAt",
                            user.createdAt().toString(),
                            "disabled",
                            user.disabledAt().isPresent()))
                .toList())
        .encodePrettily();
  }
}
