package org.yuyin.app;

import picocli.CommandLine.Command;

/** {@code yuyin bench}: how fast this machine is. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure how fast this machine works; nothing of it is kept.",
    subcommands = {BenchExtractCommand.class, BenchTrainCommand.class, BenchPagesCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class BenchCommand {}
