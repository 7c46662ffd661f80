package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuyin.evaluation.TextTable;
import org.yuyin.model.Method;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin methods}. */
@Command(
    name = "methods",
    mixinStandardHelpOptions = true,
    description = "List the methods with their settings and defaults.")
final class MethodsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    var methods = Methods.standard().all();
    var output = Output.of(spec);
    if (json) {
      var all = new JsonArray();
      methods.forEach(method -> all.add(toJson(method)));
      output.print(all.encodePrettily());
    } else {
      methods.forEach(method -> output.print(text(method)));
    }
  }

  private static String text(Method<?> method) {
    var table = new TextTable("  setting", "default", "").words(1, 2);
    for (var setting : Recipe.of(method, Map.of()).describe()) {
      table.add("  " + setting.key(), String.valueOf(setting.value()), setting.help());
    }
    return "%s: %s%n%s%n".formatted(method.name(), method.source(), table);
  }

  private static JsonObject toJson(Method<?> method) {
    var settings = new JsonArray();
    for (var setting : Recipe.of(method, Map.of()).describe()) {
      settings.add(
          JsonObject.of(
              "key", setting.key(),
              "type", setting.type(),
              "default", setting.value(),
              "choices", new JsonArray(setting.choices()),
              "help", setting.help()));
    }
    return JsonObject.of("name", method.name(), "source", method.source(), "settings", settings);
  }
}
