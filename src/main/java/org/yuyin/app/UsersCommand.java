package org.yuyin.app;

import picocli.CommandLine.Command;

/** {@code yuyin users}: who may use the studio. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    description = "Add and change users; from the first one on the studio asks to sign in.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UsersAddCommand.class,
      UsersListCommand.class,
      UsersRoleCommand.class,
      UsersDisableCommand.class,
      UsersEnableCommand.class,
      UsersPasswordCommand.class
    })
final class UsersCommand {}
