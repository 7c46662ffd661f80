package org.yuyin.app;

import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.yuyin.storage.DatabaseProblems;
import org.yuyin.storage.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Starts the program: {@code scripts/yuyin COMMAND}. */
@Command(
    name = "yuyin",
    mixinStandardHelpOptions = true,
    version = "YuYin Studio 0.1.0",
    description = "Background-music recommendation for advertisement videos.",
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private Main() {}

  /** Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] arguments) {
    LogSettings.apply(System.getenv("YUYIN_LOG"));
    StopOnInterrupt.haltWhereNobodyListens();
    int exitCode = commandLine().execute(arguments);
    StopOnInterrupt.lastWordSaid();
    System.exit(exitCode);
  }

  static CommandLine commandLine() {
    var line = new CommandLine(new Main());
    commands().forEach(line::addSubcommand);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(e -> e instanceof ParameterException ? WRONG_USAGE : FAILED)
        .setExecutionExceptionHandler(Main::report);
  }

  /** Every command; a new one adds its line here. */
  private static List<Object> commands() {
    return List.of(
        new DemoCommand(),
        new ServeCommand(),
        new WorkerCommand(),
        new UsersCommand(),
        new IngestCommand(),
        new AdsCommand(),
        new MusicCommand(),
        new DatasetCommand(),
        new TrainCommand(),
        new RunsCommand(),
        new EvaluateCommand(),
        new ExperimentCommand(),
        new RecommendCommand(),
        new ExtractCommand(),
        new ExtractorsCommand(),
        new ListenCommand(),
        new MethodsCommand(),
        new ModelsCommand(),
        new DoctorCommand(),
        new BackupCommand(),
        new RestoreCommand(),
        new BenchCommand());
  }

  /** What a user can mend is one line; anything else is our fault and is logged with its trace. */
  private static int report(Exception failure, CommandLine line, ParseResult parsed) {
    var told =
        failure instanceof InputException mistake
            ? Optional.of(mistake)
            : DatabaseProblems.explain(failure);
    if (told.isPresent()) {
      line.getErr().println("yuyin: " + told.get().getMessage());
    } else {
      LoggerFactory.getLogger(Main.class).error("{} failed", line.getCommandName(), failure);
      line.getErr().println("yuyin: " + line.getCommandName() + " failed: " + failure.getMessage());
    }
    return FAILED;
  }
}
