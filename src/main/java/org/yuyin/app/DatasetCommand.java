package org.yuyin.app;

import picocli.CommandLine.Command;

/** {@code dataset create | list | show | import | export}. */
@Command(
    name = "dataset",
    mixinStandardHelpOptions = true,
    description = "Make, list, show, import and export datasets.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DatasetCreateCommand.class,
      DatasetListCommand.class,
      DatasetShowCommand.class,
      DatasetImportCommand.class,
      DatasetExportCommand.class,
      DatasetSyntheticCommand.class,
      DatasetDeleteCommand.class
    })
final class DatasetCommand {}
