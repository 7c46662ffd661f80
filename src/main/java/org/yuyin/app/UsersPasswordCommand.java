package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.account.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code yuyin users password NAME}. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description = "Give a user another password, and end their sessions.")
final class UsersPasswordCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final NamedUser named = new NamedUser();
  @Mixin private final NewPassword password = new NewPassword();

  @Override
  public void run() {
    var name =
        named.change(
            (all, user) ->
                all.resetPassword(user, password.read(user.name()), Actor.onCommandLine()));
    Output.of(spec).print(name + " has another password");
  }
}
