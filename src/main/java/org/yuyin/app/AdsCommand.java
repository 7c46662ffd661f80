package org.yuyin.app;

import picocli.CommandLine.Command;

/** {@code yuyin ads}: single ads of the catalogue. */
@Command(
    name = "ads",
    mixinStandardHelpOptions = true,
    description = "Single ads of the catalogue.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AdsDeleteCommand.class)
final class AdsCommand {}
