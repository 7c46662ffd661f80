package org.yuyin.app;

import io.vertx.core.Future;
import java.util.function.BiFunction;
import org.yuyin.account.Administration;
import org.yuyin.account.User;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A user who is named on the command line, and in which studio. */
final class NamedUser {
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "The user.")
  private String name = "";

  /** Changes the user; the name as it is kept. */
  String change(BiFunction<Administration, User, Future<Void>> change) {
    try (var studio = Studio.open(options)) {
      var administration = studio.accounts().administration();
      var user = administration.require(name).await();
      change.apply(administration, user).await();
      return user.name();
    }
  }
}
