package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.account.Actor;
import org.yuyin.account.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin users role NAME ROLE}. */
@Command(name = "role", mixinStandardHelpOptions = true, description = "Give a user another role.")
final class UsersRoleCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final NamedUser named = new NamedUser();

  @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, reviewer, trainer or owner.")
  private String role = "";

  @Override
  public void run() {
    var wanted = Role.of(role);
    var name = named.change((all, user) -> all.setRole(user, wanted, Actor.onCommandLine()));
    Output.of(spec).print("%s is %s now".formatted(name, wanted.key()));
  }
}
