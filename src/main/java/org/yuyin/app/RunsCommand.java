package org.yuyin.app;

import picocli.CommandLine.Command;

/** {@code yuyin runs}: what was trained. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "List trainings, look at one, or put one into service.",
    subcommands = {RunsListCommand.class, RunsShowCommand.class, RunsServeCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class RunsCommand {}
