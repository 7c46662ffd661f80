package org.yuyin.web.page;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuyin.evaluation.compare.RunFilter;
import org.yuyin.evaluation.compare.RunFilter.Sort;
import org.yuyin.web.Links;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * Which runs the list shows and in what order, read from an address and written back into the
 * addresses of its links.
 *
 * @param chosen filters, and the order where it is not the usual one, by parameter
 * @param filter the same as the list understands it
 * @param page the first is 1
 * @param total groups that the filters take
 */
public record RunList(Map<String, String> chosen, RunFilter filter, int page, long total) {
  /** Groups on one page. */
  static final int SIZE = 100;

  /** States that the list can be narrowed to. */
  static final List<String> STATES =
      List.of("queued", "running", "stopping", "finished", "cancelled", "failed", "lost");

  private static final int LAST_PAGE = 100_000;
  private static final List<String> PARAMETERS =
      List.of("dataset", "method", "state", "text", "sort", "order");
  private static final String ASCENDING = "asc";

  /** Reads the address; the total is not known yet. */
  static RunList of(RoutingContext request) {
    var chosen = new LinkedHashMap<String, String>();
    for (var name : PARAMETERS) {
      Params.word(request, name).ifPresent(value -> chosen.put(name, value));
    }
    var state = Optional.ofNullable(chosen.get("state"));
    if (state.isPresent() && !STATES.contains(state.get())) {
      throw Refusal.badRequest(
          "\"state\" is one of %s, not \"%s\".".formatted(String.join(", ", STATES), state.get()));
    }
    var filter =
        new RunFilter(
            Optional.ofNullable(chosen.get("dataset")),
            Optional.ofNullable(chosen.get("method")),
            state,
            Optional.ofNullable(chosen.get("text")),
            sort(chosen.getOrDefault("sort", Sort.STARTED.key())),
            !ASCENDING.equals(chosen.get("order")));
    return new RunList(chosen, filter, Params.between(request, "page", 1, LAST_PAGE, 1), 0);
  }

  private static Sort sort(String key) {
    return Arrays.stream(Sort.values())
        .filter(sort -> sort.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "\"sort\" is one of %s, not \"%s\"."
                        .formatted(
                            Arrays.stream(Sort.values())
                                .map(Sort::key)
                                .collect(Collectors.joining(", ")),
                            key)));
  }

  RunList withTotal(long found) {
    return new RunList(chosen, filter, page, found);
  }

  /** How many pages there are, at least 1. */
  public long pages() {
    return Math.max(1, (total + SIZE - 1) / SIZE);
  }

  /** What a filter is set to; blank for all. */
  public String value(String name) {
    return chosen.getOrDefault(name, "");
  }

  /** For {@code aria-sort}: "ascending", "descending", or "none" for another column. */
  public String sorted(String key) {
    if (!filter.sort().key().equals(key)) {
      return "none";
    }
    return filter.descending() ? "descending" : "ascending";
  }

  /** Address of the list sorted by a column; by the same column again, the other way round. */
  public String linkToSort(String key) {
    var changed = new LinkedHashMap<>(chosen);
    changed.put("sort", key);
    changed.put("order", sorted(key).equals("descending") ? ASCENDING : "desc");
    return address(changed, "");
  }

  /** Address of another page of the same list. */
  public String linkToPage(int number) {
    return address(chosen, "page=" + number);
  }

  private static String address(Map<String, String> parameters, String more) {
    var query =
        parameters.entrySet().stream()
            .map(entry -> Links.parameter(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("&"));
    var joined = query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more;
    return joined.isEmpty() ? "/runs" : "/runs?" + joined;
  }
}
