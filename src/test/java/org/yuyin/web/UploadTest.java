package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UploadTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  @AfterEach
  void nothingIsLeftInTheScratchSpace() throws IOException {
    try (var left = Files.list(studio.postgres().folder().temporary())) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith("upload-"));
    }
  }

  @Test
  void adIsTakenAndKnownUnderItsName() throws IOException {
    var clip = Files.readAllBytes(studio.clip("new.mp4", 2));
    var first = Http.post(studio.at("/api/v1/ads?name=new%20ad.mp4"), clip);
    assertThat(first.statusCode()).isEqualTo(201);
    var ad = Http.json(Http.get(studio.at(Http.header(first, "Location"))));
    assertThat(ad.getString("name")).isEqualTo("new ad.mp4");
    assertThat(ad.getString("state")).isEqualTo("uploaded");
    assertThat(ad.getInteger("width")).isEqualTo(320);
    assertThat(Http.get(studio.at(ad.getString("video"))).body()).isEqualTo(clip);

    var again = Http.post(studio.at("/api/v1/ads?name=new.mp4"), clip);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(Http.header(again, "Location")).isEqualTo(Http.header(first, "Location"));
  }

  @Test
  void formIsTakenToo() throws IOException {
    var clip = Files.readAllBytes(studio.clip("form.mp4", 1.5));
    var answer =
        Http.post(
            studio.at("/api/v1/ads"),
            form("../../form.mp4", clip),
            "Content-Type",
            "multipart/form-data; boundary=edge");
    assertThat(answer.statusCode()).isEqualTo(201);
    var ad = Http.json(Http.get(studio.at(Http.header(answer, "Location"))));
    assertThat(ad.getString("name")).isEqualTo("form.mp4");
  }

  @Test
  void browserWithoutScriptsIsLedToThePage() throws IOException {
    var clip = Files.readAllBytes(studio.clip("plain.mp4", 1));
    var answer =
        Http.post(
            studio.at("/api/v1/ads"),
            form("plain.mp4", clip),
            "Content-Type",
            "multipart/form-data; boundary=edge",
            "Accept",
            "text/html,*/*");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Http.header(answer, "Location")).startsWith("/recommend/");
  }

  @Test
  void textNamedLikeAVideoIsRefusedInOneLineWithItsOwnName() {
    var answer =
        Http.post(
            studio.at("/api/v1/ads?name=fake.mp4"),
            "#EXTM3U\n/etc/passwd\n".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Http.json(answer).getString("detail"))
        .startsWith("fake.mp4: ")
        .doesNotContain("\n")
        .doesNotContain(studio.postgres().folder().root().toString());
  }

  @Test
  void emptyBodyIsRefused() {
    assertThat(Http.post(studio.at("/api/v1/ads"), new byte[0]).statusCode()).isEqualTo(422);
  }

  @Test
  void formWithoutAFileIsRefused() {
    var body = "--edge\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--edge--\r\n";
    var answer =
        Http.post(
            studio.at("/api/v1/ads"),
            body.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "multipart/form-data; boundary=edge");
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void announcedSizeBeyondTheLimitIsRefused() {
    var answer = Http.post(studio.at("/api/v1/ads"), new byte[StudioFixture.UPLOAD_LIMIT + 1]);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Http.json(answer).getString("detail")).contains("up to 2 MB");
  }

  @Test
  void unannouncedSizeBeyondTheLimitIsRefusedWhileItArrives() {
    var endless = new byte[3 * StudioFixture.UPLOAD_LIMIT];
    var answer =
        Http.post(
            studio.at("/api/v1/ads"),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless)));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  private static byte[] form(String name, byte[] content) throws IOException {
    var body = new ByteArrayOutputStream();
    body.write(
        ("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                + "Content-Type: video/mp4\r\n\r\n")
            .formatted(name)
            .getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
