package org.yuyin.web.contract;

import io.vertx.core.json.JsonObject;

/**
 * A parameter of an operation.
 *
 * @param name in the address
 * @param inQuery whether it stands behind the question mark; otherwise in the path
 * @param required whether it may not be missing
 * @param description for people; may be blank
 * @param schema that its value fulfils
 * @param example a good value; blank when there is none
 */
public record ApiParameter(
    String name,
    boolean inQuery,
    boolean required,
    String description,
    FieldSchema schema,
    String example) {
  static ApiParameter of(JsonObject written) {
    return new ApiParameter(
        written.getString("name"),
        written.getString("in").equals("query"),
        written.getBoolean("required", false),
        written.getString("description", ""),
        new FieldSchema(written.getJsonObject("schema")),
        String.valueOf(written.getValue("example", "")));
  }
}
