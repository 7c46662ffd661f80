package org.yuyin.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One command, run as from the shell, and what it left.
 *
 * @param exitCode 0 done, 1 failed, 2 wrong usage
 * @param out standard output
 * @param err standard error
 */
record Run(int exitCode, String out, String err) {
  static Run of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
