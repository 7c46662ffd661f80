package org.yuyin.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints its result: standard output. Progress and logs go to standard error. */
record Output(java.io.PrintWriter out) {
  /** The output of the command that picocli filled in. */
  static Output of(@Nullable CommandSpec spec) {
    return new Output(Objects.requireNonNull(spec).commandLine().getOut());
  }

  /** Prints a result, ended by a line break. */
  void print(String result) {
    out.println(result.stripTrailing());
    out.flush();
  }
}
