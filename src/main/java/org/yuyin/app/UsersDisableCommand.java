package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.account.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin users disable NAME}. */
@Command(
    name = "disable",
    mixinStandardHelpOptions = true,
    description = "Keep a user out, at once; what they did stays.")
final class UsersDisableCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "The user.")
  private String name = "";

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var administration = studio.accounts().administration();
      var user = administration.require(name).await();
      administration.setDisabled(user, true, Actor.onCommandLine()).await();
      Output.of(spec).print(user.name() + " cannot sign in any more");
    }
  }
}
