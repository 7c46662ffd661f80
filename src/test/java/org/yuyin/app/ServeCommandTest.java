package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.ChildJvm;
import org.yuyin.storage.PostgresExtension;

class ServeCommandTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

  @Test
  void thePagesAreServedUntilCtrlC() throws Exception {
    var data = POSTGRES.folder().root().toString();
    try (var child =
        ChildJvm.start(
            Main.class, "serve", "--port", "0", "--data", data, "--database-url", POSTGRES.url())) {
      child.awaitText("(Ctrl-C stops it)");
      var address = ADDRESS.matcher(child.said());
      assertThat(address.find()).isTrue();
      var page = get(address.group() + "/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("YuYin");
      assertThat(get(address.group() + "/nowhere").statusCode()).isEqualTo(404);

      child.interrupt();
      var ended = child.end();
      assertThat(ended.out()).startsWith("YuYin Studio is at http://localhost:");
      assertThat(ended.err()).doesNotContain("Exception", "ERROR");
    }
  }

  @Test
  void aPortThatIsTakenIsOneLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var run = Run.on(POSTGRES, "serve", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .hasLineCount(1)
          .contains("port " + taken.getLocalPort(), "is the studio running already?", "--port");
    }
  }

  private static HttpResponse<String> get(String address) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
