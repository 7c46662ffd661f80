package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.yuyin.storage.PostgresExtension;

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

  /** The same on the data folder and database of a test class. */
  static Run on(PostgresExtension postgres, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", postgres.folder().root().toString()));
    all.addAll(List.of("--database-url", postgres.url()));
    return of(all.toArray(String[]::new));
  }

  /** Standard output, which is one JSON object. */
  JsonObject json() {
    return new JsonObject(out);
  }

  /** Standard output, which is one JSON array. */
  JsonArray jsonArray() {
    return new JsonArray(out);
  }
}
