package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.account.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin users enable NAME}. */
@Command(
    name = "enable",
    mixinStandardHelpOptions = true,
    description = "Let a user in again who was disabled.")
final class UsersEnableCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "The user.")
  private String name = "";

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var administration = studio.accounts().administration();
      var user = administration.require(name).await();
      administration.setDisabled(user, false, Actor.onCommandLine()).await();
      Output.of(spec).print(user.name() + " can sign in again");
    }
  }
}
