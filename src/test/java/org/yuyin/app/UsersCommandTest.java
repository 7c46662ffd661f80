package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.ChildJvm;
import org.yuyin.storage.PostgresExtension;

class UsersCommandTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Run withPassword(String password, String... arguments) {
    var before = System.in;
    System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      return Run.on(POSTGRES, arguments);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void othersAreServedOnlyOnceThereIsAnOwner() throws Exception {
    var refused = Run.on(POSTGRES, "serve", "--host", "0.0.0.0", "--port", "0");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .hasLineCount(1)
        .contains("0.0.0.0", "scripts/yuyin users add NAME --role owner");

    var first = withPassword("a long sentence", "users", "add", "Vera", "--role", "viewer", STDIN);
    assertThat(first.err()).contains("somebody must be owner");
    var weak = withPassword("short", "users", "add", "Olga", "--role", "owner", STDIN);
    assertThat(weak.err()).contains("between 10 and 200 characters");
    assertThat(
            withPassword("a long sentence", "users", "add", "Olga", "--role", "owner", STDIN).out())
        .isEqualToIgnoringNewLines("Olga can sign in, as owner");
    withPassword("a long sentence", "users", "add", "Vera", "--role", "viewer", STDIN);
    assertThat(Run.on(POSTGRES, "users", "role", "vera", "reviewer").exitCode()).isZero();
    assertThat(Run.on(POSTGRES, "users", "disable", "Olga").err())
        .contains("somebody must be owner");
    assertThat(withPassword("another sentence", "users", "password", "Vera", STDIN).exitCode())
        .isZero();
    assertThat(Run.on(POSTGRES, "users", "disable", "Vera").exitCode()).isZero();
    assertThat(Run.on(POSTGRES, "users", "list").out())
        .containsPattern("Olga +owner +.* yes")
        .containsPattern("Vera +reviewer +.* no");
    assertThat(Run.on(POSTGRES, "users", "enable", "Nobody").err()).contains("no user Nobody");

    try (var child =
        ChildJvm.start(
            Main.class,
            "serve",
            "--host",
            "0.0.0.0",
            "--port",
            "0",
            "--data",
            POSTGRES.folder().root().toString(),
            "--database-url",
            POSTGRES.url())) {
      child.awaitText("(Ctrl-C stops it)");
    }
  }

  private static final String STDIN = "--password-stdin";
}
