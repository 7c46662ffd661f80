package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuyin.operations.doctor.Doctor;
import org.yuyin.operations.doctor.Finding.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Look at everything that a studio needs and say, a line each, what is ok, weak or broken, and"
          + " how to mend it.",
      "Ends with 1 when something is broken."
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var found = new Doctor(options.storage()).examine();
    Output.of(spec).print(json ? asJson(found) : asLines(found));
    boolean broken = found.stream().anyMatch(it -> it.finding().level() == Level.BROKEN);
    return broken ? Main.FAILED : Main.DONE;
  }

  private static String asJson(List<Doctor.Examined> found) {
    var all = new JsonArray();
    found.forEach(it -> all.add(it.finding().toJson().put("part", it.part())));
    return all.encodePrettily();
  }

  private static String asLines(List<Doctor.Examined> found) {
    var lines = new StringBuilder();
    for (var it : found) {
      var finding = it.finding();
      lines.append("%-7s %-12s %s".formatted(finding.level().key(), it.part(), finding.says()));
      finding.mend().ifPresent(mend -> lines.append(" -> ").append(mend));
      lines.append('\n');
    }
    return lines.toString();
  }
}
