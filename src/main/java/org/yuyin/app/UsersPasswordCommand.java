package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.account.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin users password NAME}. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description = "Give a user another password, and end their sessions.")
final class UsersPasswordCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();
  @Mixin private final NewPassword password = new NewPassword();

  @Parameters(index = "0", paramLabel = "NAME", description = "The user.")
  private String name = "";

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var administration = studio.accounts().administration();
      var user = administration.require(name).await();
      var given = password.read(user.name());
      administration.resetPassword(user, given, Actor.onCommandLine()).await();
      Output.of(spec).print(user.name() + " has another password");
    }
  }
}
