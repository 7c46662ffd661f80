package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.account.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code yuyin users disable NAME}. */
@Command(
    name = "disable",
    mixinStandardHelpOptions = true,
    description = "Keep a user out, at once; what they did stays.")
final class UsersDisableCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final NamedUser named = new NamedUser();

  @Override
  public void run() {
    var name = named.change((all, user) -> all.setDisabled(user, true, Actor.onCommandLine()));
    Output.of(spec).print(name + " cannot sign in any more");
  }
}
