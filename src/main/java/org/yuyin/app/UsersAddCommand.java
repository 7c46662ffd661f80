package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.account.Actor;
import org.yuyin.account.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin users add NAME --role ROLE}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Add a user; the first one must be an owner.")
final class UsersAddCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();
  @Mixin private final NewPassword password = new NewPassword();

  @Parameters(index = "0", paramLabel = "NAME", description = "The user.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "viewer, reviewer, trainer or owner.")
  private String role = "";

  @Override
  public void run() {
    var wanted = Role.of(role);
    try (var studio = Studio.open(options)) {
      var administration = studio.accounts().administration();
      var given = password.read(name);
      var user = administration.add(name, wanted, given, Actor.onCommandLine()).await();
      Output.of(spec).print("%s can sign in, as %s".formatted(user.name(), wanted.key()));
    }
  }
}
