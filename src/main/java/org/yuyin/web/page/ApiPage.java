package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.yuyin.web.Phrase;
import org.yuyin.web.View;
import org.yuyin.web.contract.ApiContract;
import org.yuyin.web.contract.ApiOperation;
import org.yuyin.web.contract.FieldSchema;

/** {@code /api}: what programs can ask of this installation, from the contract itself. */
final class ApiPage implements Page {
  private final ApiContract contract;

  ApiPage(ApiContract contract) {
    this.contract = contract;
  }

  @Override
  public String path() {
    return "/api";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var groups =
        contract.tags().stream()
            .map(tag -> group(tag.getString("name"), tag.getString("description")))
            .toList();
    return Future.succeededFuture(
        new View(
            "api",
            Phrase.of("api.title"),
            Map.of("description", contract.info().getString("description"), "groups", groups)));
  }

  private Group group(String name, String description) {
    var members =
        contract.operations().stream()
            .filter(operation -> operation.tag().equals(name))
            .map(OperationLine::new)
            .toList();
    return new Group(name, description, members);
  }

  /** Operations about one kind of thing. */
  public record Group(String name, String description, List<OperationLine> operations) {}

  /** An operation with what a reader wants to copy. */
  public record OperationLine(ApiOperation operation) {
    /** Media types of its body, with commas between. */
    public String bodyTypes() {
      return String.join(", ", operation.bodies().keySet());
    }

    /** Fields of its body: of forms and JSON objects. */
    public List<FieldSchema.Member> fields() {
      return operation.bodies().values().stream()
          .map(FieldSchema::fields)
          .filter(fields -> !fields.isEmpty())
          .findFirst()
          .orElse(List.of());
    }

    /** A request that can be pasted into a shell. */
    public String example(String server) {
      var query =
          operation.parameters().stream()
              .filter(parameter -> parameter.inQuery() && !parameter.example().isEmpty())
              .map(parameter -> parameter.name() + "=" + parameter.example())
              .reduce((one, other) -> one + "&" + other)
              .map(all -> "?" + all)
              .orElse("");
      var address = server + operation.path().replaceAll("\\{\\w+}", "1") + query;
      var method = operation.method().name().equals("GET") ? "" : "-X " + operation.method() + " ";
      return "curl %s'%s'".formatted(method, address);
    }
  }
}
