package org.yuyin.web.page;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yuyin.catalogue.AdFilter;
import org.yuyin.catalogue.NumberRange;
import org.yuyin.web.Links;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;

/**
 * Which ads a list shows, read from an address and written back into the addresses of its links.
 *
 * @param chosen the filters in the address, by parameter
 * @param filter the same for the catalogue
 * @param page the first is 1
 * @param total ads that the filters take
 */
public record AdList(Map<String, String> chosen, AdFilter filter, int page, long total) {
  /** Ads on one page. */
  public static final int SIZE = 48;

  private static final int LAST_PAGE = 100_000;
  private static final Set<String> STATES = Set.of("included", "excluded", "uploaded");
  private static final String MUSIC_FROM = "musicFrom";
  private static final String MUSIC_TO = "musicTo";
  private static final List<String> FILTERS =
      List.of(
          "state",
          "category",
          "collection",
          "merged",
          "exclusion",
          "q",
          "split",
          MUSIC_FROM,
          MUSIC_TO,
          "label",
          "order");

  /** Reads the address; the total is not known yet. */
  static AdList of(RoutingContext request) {
    var chosen = new LinkedHashMap<String, String>();
    for (var name : FILTERS) {
      Params.word(request, name).ifPresent(value -> chosen.put(name, value));
    }
    if (chosen.containsKey("state") && !STATES.contains(chosen.get("state"))) {
      throw Refusal.badRequest(
          "\"state\" is included, excluded or uploaded, not \"%s\"."
              .formatted(chosen.get("state")));
    }
    var filter =
        new AdFilter(
            Optional.ofNullable(chosen.get("collection")),
            Optional.ofNullable(chosen.get("category")),
            Optional.ofNullable(chosen.get("merged")),
            Optional.ofNullable(chosen.get("state")),
            Optional.ofNullable(chosen.get("exclusion")),
            Optional.ofNullable(chosen.get("q")),
            Optional.ofNullable(chosen.get("split")),
            Optional.empty(),
            musicPercent(request),
            Params.choice(request, "label", AdFilter.Label.class, AdFilter.Label.ANY),
            Params.choice(request, "order", AdFilter.Order.class, AdFilter.Order.NEWEST));
    return new AdList(chosen, filter, Params.between(request, "page", 1, LAST_PAGE, 1), 0);
  }

  /** Either end may be left open; empty when both are. */
  private static Optional<NumberRange> musicPercent(RoutingContext request) {
    int from = Params.between(request, MUSIC_FROM, 0, 100, 0);
    int to = Params.between(request, MUSIC_TO, 0, 100, 100);
    if (from > to) {
      throw Refusal.badRequest(
          "\"%s\" is at most \"%s\", not %d with %d.".formatted(MUSIC_FROM, MUSIC_TO, from, to));
    }
    return Params.word(request, MUSIC_FROM)
        .or(() -> Params.word(request, MUSIC_TO))
        .map(given -> new NumberRange(from, to));
  }

  AdList withTotal(long found) {
    return new AdList(chosen, filter, page, found);
  }

  /** What the address asks of one parameter; blank for nothing. */
  public String value(String name) {
    return chosen.getOrDefault(name, "");
  }

  /** How many pages there are, at least 1. */
  public long pages() {
    return Math.max(1, (total + SIZE - 1) / SIZE);
  }

  /** Whether any filter is chosen. */
  public boolean filtered() {
    return !chosen.isEmpty();
  }

  /** The chosen state; blank for all. */
  public String state() {
    return chosen.getOrDefault("state", "");
  }

  /** The chosen fine category; blank for all. */
  public String category() {
    return chosen.getOrDefault("category", "");
  }

  /** The chosen collection; blank for all. */
  public String collection() {
    return chosen.getOrDefault("collection", "");
  }

  /** Every tenth per cent, and the one that the address asks of that parameter. */
  public Set<String> percents(String name) {
    var percents = new TreeSet<String>(Comparator.comparingInt(Integer::parseInt));
    IntStream.rangeClosed(0, 10).forEach(ten -> percents.add(String.valueOf(10 * ten)));
    Optional.ofNullable(chosen.get(name)).ifPresent(percents::add);
    return percents;
  }

  /** A filter that can be taken away, with the address of the list without it. */
  public record ExtraFilter(Phrase label, String link) {}

  /** Filters that came with a link and have no control, and the one that takes two controls. */
  public List<ExtraFilter> extraFilters() {
    var extra = new ArrayList<ExtraFilter>();
    var merged = chosen.get("merged");
    if (merged != null) {
      extra.add(new ExtraFilter(Phrase.name(merged), without("merged")));
    }
    var exclusion = chosen.get("exclusion");
    if (exclusion != null) {
      extra.add(new ExtraFilter(Phrase.of("common.exclusion." + exclusion), without("exclusion")));
    }
    filter
        .musicPercent()
        .map(range -> Phrase.of("ads.musicBetween", whole(range.least()), whole(range.most())))
        .ifPresent(label -> extra.add(new ExtraFilter(label, without(MUSIC_FROM, MUSIC_TO))));
    return extra;
  }

  /** Address of the list in another state. */
  public String linkToState(String state) {
    return with("state", state);
  }

  /** Address of another page of the same list. */
  public String linkToPage(int number) {
    return address(chosen, "page=" + number);
  }

  private static String whole(double percent) {
    return String.valueOf(Math.round(percent));
  }

  private String without(String... names) {
    var left = new LinkedHashMap<>(chosen);
    List.of(names).forEach(left::remove);
    return address(left, "");
  }

  private String with(String name, String value) {
    var changed = new LinkedHashMap<>(chosen);
    changed.remove(name);
    if (name.equals("state")) {
      changed.remove("exclusion");
    }
    if (!value.isEmpty()) {
      changed.put(name, value);
    }
    return address(changed, "");
  }

  private static String address(Map<String, String> filters, String more) {
    var query =
        filters.entrySet().stream()
            .map(entry -> Links.parameter(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("&"));
    var joined = query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more;
    return joined.isEmpty() ? "/ads" : "/ads?" + joined;
  }
}
