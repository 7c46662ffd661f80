package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.account.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code yuyin users enable NAME}. */
@Command(
    name = "enable",
    mixinStandardHelpOptions = true,
    description = "Let a user in again who was disabled.")
final class UsersEnableCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final NamedUser named = new NamedUser();

  @Override
  public void run() {
    var name = named.change((all, user) -> all.setDisabled(user, false, Actor.onCommandLine()));
    Output.of(spec).print(name + " can sign in again");
  }
}
