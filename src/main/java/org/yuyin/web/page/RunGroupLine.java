package org.yuyin.web.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuyin.evaluation.compare.RunGroup;
import org.yuyin.model.Methods;

/**
 * Runs of one request in the list.
 *
 * @param group the runs
 * @param runs the same, each as a line
 * @param changes settings that are not the method's usual ones, such as {@code fusion=add}
 */
public record RunGroupLine(RunGroup group, List<RunLine> runs, String changes) {
  static RunGroupLine of(RunGroup group, Optional<Long> serving, Methods methods) {
    var first = group.first();
    return new RunGroupLine(
        group,
        group.members().stream().map(member -> RunLine.of(member, serving)).toList(),
        SettingLine.compare(first.settings(), SettingLine.defaults(methods, first.method()))
            .stream()
            .filter(SettingLine::differs)
            .map(setting -> setting.key() + "=" + setting.value())
            .collect(Collectors.joining(", ")));
  }

  /** Tells it from the other groups on the page. */
  public String key() {
    return "group-" + group.first().id();
  }

  /** Whether one of its models recommends now. */
  public boolean serves() {
    return runs.stream().anyMatch(RunLine::serves);
  }

  /** Numbers of its runs, as an address takes them. */
  public String ids() {
    return group.ids().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** One line for each state that occurs, which stands for all runs in it. */
  public List<RunLine> states() {
    return group.states().stream()
        .map(
            state ->
                runs.stream()
                    .filter(line -> line.run().state().equals(state))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }
}
