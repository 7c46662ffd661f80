package org.yuyin.web.page;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuyin.catalogue.MusicFilter;
import org.yuyin.catalogue.TrackQuery;
import org.yuyin.web.Links;
import org.yuyin.web.Params;

/**
 * Which tracks a list shows, read from an address and written back into the addresses of its links.
 *
 * @param chosen what the address asks, by parameter
 * @param query the same for the catalogue
 * @param page the first is 1
 * @param total tracks that the query finds
 */
public record MusicList(Map<String, String> chosen, TrackQuery query, int page, long total) {
  /** Tracks on one page. */
  public static final int SIZE = 50;

  private static final int LAST_PAGE = 100_000;
  private static final List<String> OTHERS = List.of("q", "category", "length", "source", "order");

  /** Reads the address; the total is not known yet. */
  static MusicList of(RoutingContext request) {
    var chosen = new LinkedHashMap<String, String>();
    for (var name : OTHERS) {
      Params.word(request, name).ifPresent(value -> chosen.put(name, value));
    }
    for (var name : MusicFilter.NAMES) {
      Params.word(request, name).ifPresent(value -> chosen.put(name, value));
    }
    var query =
        new TrackQuery(
            Optional.ofNullable(chosen.get("q")),
            Optional.ofNullable(chosen.get("category")),
            Params.range(request, "length"),
            Params.music(request),
            Params.choice(request, "source", TrackQuery.Source.class, TrackQuery.Source.ANY),
            Params.choice(request, "order", TrackQuery.Order.class, TrackQuery.Order.NEWEST));
    return new MusicList(chosen, query, Params.between(request, "page", 1, LAST_PAGE, 1), 0);
  }

  MusicList withTotal(long found) {
    return new MusicList(chosen, query, page, found);
  }

  /** What the address asks of one parameter; blank for nothing. */
  public String value(String name) {
    return chosen.getOrDefault(name, "");
  }

  /** Whether anything is asked but the order. */
  public boolean filtered() {
    return chosen.keySet().stream().anyMatch(name -> !name.equals("order"));
  }

  /** How many pages there are, at least 1. */
  public long pages() {
    return Math.max(1, (total + SIZE - 1) / SIZE);
  }

  /** Address of another page of the same list. */
  public String linkToPage(int number) {
    var asked =
        chosen.entrySet().stream()
            .map(entry -> Links.parameter(entry.getKey(), entry.getValue()) + "&")
            .collect(Collectors.joining());
    return "/music?" + asked + "page=" + number;
  }
}
