package org.yuyin.web.account;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.HEAD;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yuyin.account.Role;

/**
 * The one table of who may do what, consulted before anything else sees a request. What no line
 * names may be read by every user and changed by owners only.
 */
public final class Access {
  private static final List<Rule> RULES =
      List.of(
          everyone(GET, "/health"),
          everyone(GET, "/health/*"),
          everyone(GET, "/assets/*"),
          everyone(GET, "/webjars/*"),
          everyone(GET, "/favicon.ico"),
          everyone(GET, "/sign-in"),
          everyone(POST, "/sign-in"),
          everyone(POST, "/language"),
          everyone(POST, "/theme"),

          // one's own account
          needs(Role.VIEWER, POST, "/sign-out"),
          needs(Role.VIEWER, POST, "/api/v1/account/*"),

          // judging and labelling; ads of one's own to ask about, which stay out of the catalogue
          needs(Role.REVIEWER, GET, "/review/:task"), // takes an item from the queue
          needs(Role.REVIEWER, GET, "/review/:task/item"),
          needs(Role.REVIEWER, POST, "/review/reviewer"),
          needs(Role.REVIEWER, POST, "/api/v1/review/:task/items/:item/decision"),
          needs(Role.REVIEWER, POST, "/api/v1/review/:task/items/:item/skip"),
          needs(Role.REVIEWER, POST, "/api/v1/review/:task/undo"),
          needs(Role.REVIEWER, POST, "/api/v1/review/:task/labels"),
          needs(Role.REVIEWER, POST, "/api/v1/ads"),
          needs(Role.REVIEWER, POST, "/api/v1/ads/:ad/category"),

          // the catalogue, what is learned from it, and what recommends
          needs(Role.TRAINER, POST, "/api/v1/review"),
          needs(Role.TRAINER, POST, "/api/v1/review/:task/decisions"),
          needs(Role.TRAINER, POST, "/api/v1/review/:task/items/:item/gold"),
          needs(Role.TRAINER, POST, "/api/v1/categories/:change"),
          needs(Role.TRAINER, POST, "/api/v1/tracks"),
          needs(Role.TRAINER, POST, "/api/v1/tracks/:track"),
          needs(Role.TRAINER, POST, "/api/v1/music-table"),
          needs(Role.TRAINER, POST, "/api/v1/datasets"),
          needs(Role.TRAINER, POST, "/api/v1/datasets/jobs/:job/stop"),
          needs(Role.TRAINER, POST, "/api/v1/runs"),
          needs(Role.TRAINER, POST, "/api/v1/runs/:run/stop"),
          needs(Role.TRAINER, POST, "/api/v1/runs/:run/resume"),
          needs(Role.TRAINER, POST, "/api/v1/runs/:run/service"),
          needs(Role.TRAINER, POST, "/api/v1/projections"),
          needs(Role.TRAINER, POST, "/api/v1/projections/cancel"),
          needs(Role.TRAINER, POST, "/api/v1/jobs"),
          needs(Role.TRAINER, POST, "/api/v1/jobs/:job/:what"),
          needs(Role.TRAINER, POST, "/api/v1/demo"),
          needs(Role.TRAINER, POST, "/api/v1/demo/stop"),

          // users; what else changes something, such as deleting, has no line and needs an owner
          needs(Role.OWNER, GET, "/users"),
          needs(Role.OWNER, GET, "/api/v1/users"),
          needs(Role.OWNER, GET, "/audit"),
          needs(Role.OWNER, GET, "/api/v1/audit"));

  private Access() {}

  /**
   * A line.
   *
   * @param least empty for people who are not signed in, too
   */
  private record Rule(HttpMethod method, Pattern path, Optional<Role> least) {
    boolean matches(HttpMethod asked, String normalPath) {
      return method.equals(asked) && path.matcher(normalPath).matches();
    }
  }

  private static Rule everyone(HttpMethod method, String path) {
    return new Rule(method, pattern(path), Optional.empty());
  }

  private static Rule needs(Role least, HttpMethod method, String path) {
    return new Rule(method, pattern(path), Optional.of(least));
  }

  /**
   * {@code :name} is any one segment, a star at the end anything; the router's slash may follow.
   */
  private static Pattern pattern(String path) {
    return Pattern.compile(
        path.replace(".", "\\.").replace("*", ".*").replaceAll(":\\w+", "[^/]+") + "/?");
  }

  /**
   * The least role that a request needs; empty for people who are not signed in, too.
   *
   * @param path as the router compares it
   */
  public static Optional<Role> needed(HttpMethod method, String path) {
    var asked = method.equals(HEAD) ? GET : method;
    return RULES.stream()
        .filter(rule -> rule.matches(asked, path))
        .findFirst()
        .map(Rule::least)
        .orElse(Optional.of(asked.equals(GET) ? Role.VIEWER : Role.OWNER));
  }
}
