package org.yuyin.web.contract;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.sqlclient.Pool;
import java.util.Locale;
import org.yuyin.web.Refusal;

/**
 * Refuses requests that break the contract before any endpoint sees them: with 400, naming the
 * field and the rule. Files are not looked at; they stream past. Numbers in the path are left to
 * the endpoints, for which one that cannot be means a thing that does not exist.
 */
public final class ContractCheck {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final long LARGEST_BODY = 100_000;
  private static final String OPERATION = "operation";

  private final ApiContract contract;
  private final BodyHandler reader = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);

  private final IdempotentRequests idempotent;
  private final RateLimit limit = new RateLimit(System::nanoTime);

  /** Checks by that contract. */
  public ContractCheck(ApiContract contract, Pool pool) {
    this.contract = contract;
    this.idempotent = new IdempotentRequests(pool);
  }

  /** Before the endpoints. */
  public void mount(Router router) {
    router
        .route("/api/v1/*")
        .handler(limit::handle)
        .handler(this::checkAddress)
        .handler(this::checkBody)
        .handler(idempotent::handle);
  }

  private void checkAddress(RoutingContext request) {
    var operation = contract.find(request.request().method(), request.normalizedPath());
    if (operation.isEmpty()) {
      request.next();
      return;
    }
    request.put(OPERATION, operation.get());
    for (var parameter : operation.get().parameters()) {
      if (parameter.inQuery()) {
        check(request, parameter);
      }
    }
    readOn(request, operation.get());
  }

  private static void check(RoutingContext request, ApiParameter parameter) {
    var written = request.queryParams().get(parameter.name());
    if (written != null && !written.isBlank()) {
      parameter.schema().checkText(parameter.name(), written.strip());
    } else if (parameter.required()) {
      throw Refusal.badRequest(
          "\"%s\" is missing.".formatted(parameter.name()), parameter.name(), "required");
    }
  }

  /** Bodies that have fields are read here; the endpoint's own reader finds that done. */
  private void readOn(RoutingContext request, ApiOperation operation) {
    if (!takesFields(operation)) {
      request.next();
      return;
    }
    var type = mediaType(request);
    if (operation.body(type).isPresent()) {
      reader.handle(request);
    } else if (operation.bodyRequired() || !type.isEmpty()) {
      throw Refusal.unreadable(
          "The body must be %s, not %s."
              .formatted(
                  String.join(" or ", operation.bodies().keySet()),
                  type.isEmpty() ? "of a type that is not said" : type));
    } else {
      request.next();
    }
  }

  private void checkBody(RoutingContext request) {
    if (request.get(OPERATION) instanceof ApiOperation operation && takesFields(operation)) {
      var type = mediaType(request);
      operation
          .body(type)
          .ifPresent(
              schema -> {
                if (type.equals(JSON)) {
                  schema.check("", json(request));
                } else {
                  schema.checkForm(request.request().formAttributes());
                }
              });
    }
    request.next();
  }

  private static boolean takesFields(ApiOperation operation) {
    return operation.body(JSON).isPresent() || operation.body(FORM).isPresent();
  }

  private static JsonObject json(RoutingContext request) {
    try {
      var body = request.body().asJsonObject();
      if (body != null) {
        return body;
      }
    } catch (DecodeException | ClassCastException e) {
      // Falls through to the one message.
    }
    throw Refusal.badRequest("The body must be a JSON object.");
  }

  private static String mediaType(RoutingContext request) {
    var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
