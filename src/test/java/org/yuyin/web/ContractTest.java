package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.web.contract.ApiContract;
import org.yuyin.web.contract.ApiOperation;
import org.yuyin.web.contract.ApiParameter;
import org.yuyin.web.contract.FieldSchema;

/** The server keeps what {@code api/openapi.yaml} promises. */
class ContractTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final ApiContract CONTRACT = ApiContract.standard();
  private static final int TRIES = Integer.getInteger("fuzz.iterations", 12);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Refusals that any operation may answer with. */
  private static final Set<String> REFUSALS =
      Set.of("400", "403", "404", "409", "413", "414", "415", "422");

  @BeforeAll
  static void fill() {
    SmallStudio.fill(studio);
  }

  static Stream<ApiOperation> operations() {
    return CONTRACT.operations().stream();
  }

  @Test
  void contractAndRouterAgree() {
    var promised =
        operations()
            .map(operation -> nameless(operation.method() + " " + operation.route()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(studio.apiRoutes())
        .map(ContractTest::nameless)
        .containsExactlyInAnyOrderElementsOf(promised);
  }

  /** Two names for one place in a path are the same path. */
  private static String nameless(String route) {
    return route.replaceAll(":\\w+", ":");
  }

  @Test
  void namesAreUniqueAndGroupsKnown() {
    assertThat(operations().map(ApiOperation::id)).doesNotHaveDuplicates();
    var groups = CONTRACT.tags().stream().map(tag -> tag.getString("name")).toList();
    assertThat(operations().map(ApiOperation::tag)).isSubsetOf(groups);
  }

  @Test
  void theContractIsServedAsItIsWritten() {
    assertThat(Http.text(Http.get(studio.at("/api/v1/openapi.yaml")))).isEqualTo(CONTRACT.yaml());
  }

  @Test
  void whatBreaksTheContractIsAProblemWithFieldAndRule() {
    problem(Http.get(studio.at("/api/v1/ads?limit=300")), "limit", "maximum");
    problem(Http.get(studio.at("/api/v1/ads?limit=many")), "limit", "type");
    problem(Http.get(studio.at("/api/v1/ads?state=gone")), "state", "enum");
    problem(Http.get(studio.at("/api/v1/compare")), "runs", "required");
    problem(postJson("/api/v1/jobs", "{}"), "type", "required");
    problem(postJson("/api/v1/jobs", "{\"type\": \"dance\"}"), "type", "enum");
    problem(
        postJson("/api/v1/jobs", "{\"type\": \"demo\", \"settings\": {\"ads\": 3}}"),
        "settings.ads",
        "minimum");
    problem(
        postJson("/api/v1/runs", "{\"dataset\": \"a@1\", \"sead\": 3}"),
        "sead",
        "additionalProperties");
    assertThat(postJson("/api/v1/jobs", "[1").statusCode()).isEqualTo(400);
    var plain = Http.post(studio.at("/api/v1/jobs"), new byte[1], "Content-Type", "text/plain");
    assertThat(plain.statusCode()).isEqualTo(415);
    assertThat(Http.json(plain).getString("detail")).contains("application/json");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anyInputGetsAnAnswerOfTheContract(ApiOperation operation) throws Exception {
    var random = new Random(operation.id().hashCode());
    var allowed = new TreeSet<>(operation.statuses());
    allowed.addAll(REFUSALS);
    for (int i = 0; i < TRIES; i++) {
      var request = new Guess(random, i % 3 == 0).request(operation);
      var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(String.valueOf(answer.statusCode()))
          .as("%s gave %s", request, answer.body())
          .isIn(allowed);
      assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("Exception");
      // An address beyond all bounds never reaches us: Vert.x refuses it by itself, without a word.
      if (answer.statusCode() >= 400 && answer.statusCode() != 414) {
        var problem = new JsonObject(answer.body());
        assertThat(problem.getInteger("status")).isEqualTo(answer.statusCode());
        assertThat(problem.getString("detail")).isNotBlank();
      }
    }
  }

  private static HttpResponse<byte[]> postJson(String path, String body) {
    return Http.post(
        studio.at(path),
        HttpRequest.BodyPublishers.ofString(body),
        "Content-Type",
        "application/json");
  }

  private static void problem(HttpResponse<byte[]> answer, String field, String rule) {
    assertThat(answer.statusCode()).isEqualTo(400);
    var problem = Http.json(answer);
    assertThat(problem.getString("field")).isEqualTo(field);
    assertThat(problem.getString("rule")).isEqualTo(rule);
    assertThat(problem.getString("detail")).contains("\"" + field + "\"");
  }

  /** A request with values that fit the contract, or with some that nobody would think of. */
  private record Guess(Random random, boolean fitting) {
    private static final List<String> ODD =
        List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "2",
            "999999999999999999999",
            "1e309",
            "NaN",
            "true",
            "null",
            "%00",
            "../../etc/passwd",
            "' OR 1=1 --",
            "<script>",
            "\u202e\u0000x",
            "1,2,",
            "[]",
            "{}",
            "x".repeat(5000),
            "音乐 😀",
            "..",
            "90-",
            "-20..-14",
            "a@b@3",
            "@1",
            "\r\nSet-Cookie: a=b");

    HttpRequest request(ApiOperation operation) {
      var path = operation.path();
      var query = new StringBuilder();
      for (var parameter : operation.parameters()) {
        var value = encoded(value(parameter));
        if (!parameter.inQuery()) {
          path = path.replace("{" + parameter.name() + "}", value.isEmpty() ? "1" : value);
        } else if (parameter.required() && fitting || random.nextInt(3) > 0) {
          query
              .append(query.isEmpty() ? '?' : '&')
              .append(parameter.name())
              .append('=')
              .append(value);
        }
      }
      var request = HttpRequest.newBuilder(URI.create(studio.at(path + query)));
      request.timeout(java.time.Duration.ofSeconds(30));
      if (operation.bodies().isEmpty()) {
        return request
            .method(operation.method().name(), HttpRequest.BodyPublishers.noBody())
            .build();
      }
      var taken = operation.bodies().entrySet().iterator().next();
      var type = taken.getKey();
      var sent = fitting || random.nextInt(6) > 0 ? type : one(List.of("text/plain", "", "a/b;c"));
      if (!sent.isEmpty()) {
        request.header("Content-Type", sent);
      }
      var body = body(type, taken.getValue());
      return request
          .method(operation.method().name(), HttpRequest.BodyPublishers.ofString(body))
          .build();
    }

    private String value(ApiParameter parameter) {
      if (fitting && !parameter.example().isEmpty()) {
        return parameter.example();
      }
      if (!parameter.inQuery()) {
        // Few things have these numbers, so that streams and deletions find nothing.
        return fitting ? "999" : one(List.of("999", "0", "-1", "abc", "9".repeat(30), "%2e%2e"));
      }
      return fitting || random.nextBoolean()
          ? String.valueOf(good(parameter.schema().json()))
          : one(ODD);
    }

    private String body(String type, FieldSchema schema) {
      if (!(good(schema.json()) instanceof JsonObject json)) {
        return one(ODD); // a file
      }
      return switch (type) {
        case "application/json" ->
            fitting ? json.encode() : one(List.of(spoilt(json), () -> "[1", () -> "")).get();
        case "application/x-www-form-urlencoded" ->
            json.stream()
                .map(
                    field ->
                        field.getKey()
                            + "="
                            + encoded(fitting ? String.valueOf(field.getValue()) : one(ODD)))
                .collect(Collectors.joining("&"));
        default -> one(ODD);
      };
    }

    private Supplier<String> spoilt(JsonObject json) {
      return () -> {
        var names = List.copyOf(json.fieldNames());
        json.put(
            names.isEmpty() ? "x" : one(names),
            one(
                List.<Object>of(
                    -1, 1e300, "", true, new JsonArray().add(1), new JsonObject().put("a", "b"))));
        return json.encode();
      };
    }

    private Object good(JsonObject schema) {
      var choices = schema.getJsonArray("enum");
      if (choices != null) {
        return choices.getValue(random.nextInt(choices.size()));
      }
      return switch (String.valueOf(schema.getValue("type"))) {
        case "integer" -> schema.getInteger("minimum", 0) + random.nextInt(2);
        case "number" -> random.nextDouble();
        case "boolean" -> random.nextBoolean();
        case "object" -> {
          var object = new JsonObject();
          var properties = schema.getJsonObject("properties", new JsonObject());
          for (var name : properties.fieldNames()) {
            if (random.nextBoolean()
                || schema.getJsonArray("required", new JsonArray()).contains(name)) {
              object.put(name, good(properties.getJsonObject(name)));
            }
          }
          yield object;
        }
        default -> one(List.of("demo@1", "10-20", "sport", "a"));
      };
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
