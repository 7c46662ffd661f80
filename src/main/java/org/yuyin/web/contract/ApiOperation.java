package org.yuyin.web.contract;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Something that the interface does.
 *
 * @param id unique name
 * @param method of the request
 * @param path with names in braces, such as {@code /api/v1/ads/{adId}}
 * @param address what requests for it match: compiled once, since every request is compared with
 *     all
 * @param tag of the group it belongs to
 * @param summary what it does
 * @param description more about it; may be blank
 * @param parameters of path and query
 * @param bodies schemas of what it takes, by media type; empty when it takes nothing
 * @param bodyRequired whether the body may not be missing
 * @param statuses that it may answer with; others are problems
 */
public record ApiOperation(
    String id,
    HttpMethod method,
    String path,
    Pattern address,
    String tag,
    String summary,
    String description,
    List<ApiParameter> parameters,
    Map<String, FieldSchema> bodies,
    boolean bodyRequired,
    Set<String> statuses) {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  static ApiOperation of(String path, String method, JsonObject shared, JsonObject written) {
    var parameters = new ArrayList<ApiParameter>();
    for (var list : List.of(shared, written)) {
      list.getJsonArray("parameters", new JsonArray())
          .forEach(parameter -> parameters.add(ApiParameter.of((JsonObject) parameter)));
    }
    var body = written.getJsonObject("requestBody", new JsonObject());
    var bodies = new TreeMap<String, FieldSchema>();
    body.getJsonObject("content", new JsonObject())
        .forEach(
            type ->
                bodies.put(
                    type.getKey(),
                    new FieldSchema(((JsonObject) type.getValue()).getJsonObject("schema"))));
    return new ApiOperation(
        written.getString("operationId"),
        HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
        path,
        Pattern.compile(NAME.matcher(path).replaceAll("[^/]+")),
        written.getJsonArray("tags").getString(0),
        written.getString("summary"),
        written.getString("description", ""),
        List.copyOf(parameters),
        bodies,
        body.getBoolean("required", false),
        written.getJsonObject("responses").fieldNames());
  }

  /** Whether a request asks for this. */
  boolean answers(HttpMethod asked, String asksFor) {
    return asked.equals(method) && address.matcher(asksFor).matches();
  }

  /** The path as a router has it, such as {@code /api/v1/ads/:adId}. */
  public String route() {
    return NAME.matcher(path).replaceAll(":$1");
  }

  /** The schema of a body of that media type. */
  Optional<FieldSchema> body(String mediaType) {
    return Optional.ofNullable(bodies.get(mediaType));
  }
}
