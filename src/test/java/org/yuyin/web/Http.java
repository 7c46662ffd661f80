package org.yuyin.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Short requests for tests. Headers are given as name, value, name, value. */
final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Http() {}

  static HttpResponse<byte[]> get(String address, String... headers) {
    return send(request(address, headers).GET().build());
  }

  static HttpResponse<byte[]> head(String address, String... headers) {
    return send(request(address, headers).HEAD().build());
  }

  static HttpResponse<byte[]> delete(String address, String... headers) {
    return send(request(address, headers).DELETE().build());
  }

  static HttpResponse<byte[]> post(
      String address, HttpRequest.BodyPublisher body, String... headers) {
    return send(request(address, headers).POST(body).build());
  }

  static HttpResponse<byte[]> post(String address, byte[] body, String... headers) {
    return post(address, BodyPublishers.ofByteArray(body), headers);
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  static JsonObject json(HttpResponse<byte[]> answer) {
    return new JsonObject(text(answer));
  }

  static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpRequest.Builder request(String address, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(address));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
