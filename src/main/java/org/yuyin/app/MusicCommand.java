package org.yuyin.app;

import picocli.CommandLine.Command;

/** {@code yuyin music}: music that is no ad's. */
@Command(
    name = "music",
    mixinStandardHelpOptions = true,
    description = "Music that is given by itself, with licences.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {MusicAddCommand.class, MusicListCommand.class, MusicDeleteCommand.class})
final class MusicCommand {}
