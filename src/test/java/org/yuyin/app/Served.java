package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yuyin.ChildJvm;
import org.yuyin.storage.PostgresExtension;

/**
 * {@code serve} in a process of its own, on a free port.
 *
 * @param process which may be killed
 * @param address without a slash at its end
 */
record Served(ChildJvm process, String address) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

  /** Starts it on the data folder and database of a test class; waits until it answers. */
  static Served on(PostgresExtension postgres) throws Exception {
    return on(postgres, Map.of());
  }

  /** The same with other variables of the environment. */
  static Served on(PostgresExtension postgres, Map<String, String> environment) throws Exception {
    var process =
        ChildJvm.start(
            environment,
            List.of(),
            Main.class.getName(),
            "serve",
            "--port",
            "0",
            "--data",
            postgres.folder().root().toString(),
            "--database-url",
            postgres.url());
    process.awaitText("(Ctrl-C stops it)");
    var found = ADDRESS.matcher(process.said());
    assertThat(found.find()).isTrue();
    return new Served(process, "http://127.0.0.1:" + found.group(1));
  }

  @Override
  public void close() throws Exception {
    process.close();
  }
}
