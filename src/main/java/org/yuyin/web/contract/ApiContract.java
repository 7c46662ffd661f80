package org.yuyin.web.contract;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The contract of the REST interface, as {@code api/openapi.yaml} on the class path writes it.
 * Vert.x's own router for contracts knows neither forms nor bodies that are not kept in memory, so
 * the routes stay with the endpoints; a test holds them and the contract together.
 */
public final class ApiContract {
  private static final String FILE = "api/openapi.yaml";
  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "head");

  private final String yaml;
  private final JsonObject whole;
  private final List<ApiOperation> operations = new ArrayList<>();

  private ApiContract(String yaml) {
    this.yaml = yaml;
    var reader = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<String, Object> read = reader.load(yaml);
    this.whole = new JsonObject(read);
    var base = whole.getJsonArray("servers").getJsonObject(0).getString("url");
    var paths = (JsonObject) resolved(whole.getJsonObject("paths"));
    for (var path : paths.fieldNames()) {
      var item = paths.getJsonObject(path);
      for (var method : item.fieldNames()) {
        if (METHODS.contains(method)) {
          operations.add(ApiOperation.of(base + path, method, item, item.getJsonObject(method)));
        }
      }
    }
  }

  /** The one of this program, read when it is first asked for. */
  public static ApiContract standard() {
    return Standard.CONTRACT;
  }

  private static final class Standard {
    private static final ApiContract CONTRACT = load();
  }

  private static ApiContract load() {
    try (var stream = ApiContract.class.getClassLoader().getResourceAsStream(FILE)) {
      var bytes = Objects.requireNonNull(stream, FILE).readAllBytes();
      return new ApiContract(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is written. */
  public String yaml() {
    return yaml;
  }

  /** Name, description and version. */
  public JsonObject info() {
    return whole.getJsonObject("info");
  }

  /** Groups of operations, in order, with their descriptions. */
  public List<JsonObject> tags() {
    return whole.getJsonArray("tags").stream().map(tag -> (JsonObject) tag).toList();
  }

  /** Everything that the interface does, in order. */
  public List<ApiOperation> operations() {
    return List.copyOf(operations);
  }

  /** What a request asks for; empty when that is not part of the interface. */
  Optional<ApiOperation> find(HttpMethod method, String path) {
    return operations.stream().filter(it -> it.answers(method, path)).findFirst();
  }

  /** With every reference replaced by what it refers to; the contract has no circles. */
  private Object resolved(Object part) {
    return switch (part) {
      case JsonObject object when object.containsKey("$ref") ->
          resolved(JsonPointer.from(object.getString("$ref").substring(1)).queryJson(whole));
      case JsonObject object -> {
        var copy = new JsonObject();
        object.fieldNames().forEach(name -> copy.put(name, resolved(object.getValue(name))));
        yield copy;
      }
      case JsonArray array -> {
        var copy = new JsonArray();
        array.forEach(item -> copy.add(resolved(item)));
        yield copy;
      }
      default -> part;
    };
  }
}
