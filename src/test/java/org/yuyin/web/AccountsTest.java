package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Tuple;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.account.Actor;
import org.yuyin.account.AuditEntry;
import org.yuyin.account.Deed;
import org.yuyin.account.Role;
import org.yuyin.account.User;
import org.yuyin.storage.InputException;

/** A studio with accounts: who gets in, what they may do there, and what is noted of it. */
class AccountsTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final String PASSWORD = "seven quiet oboes";
  private static final Pattern TOKEN = Pattern.compile("yy_[\\w-]{43}");
  private static final Actor SHELL = Actor.onCommandLine();

  @BeforeAll
  static void setUp() {
    assertThat(get("/", "").statusCode()).as("open without accounts").isEqualTo(200);
    var form = "name=Olga&password=" + PASSWORD.replace(' ', '+');
    var foreign = studio.at("/setup");
    assertThat(Http.post(foreign, BodyPublishers.ofString(form), FORM).statusCode()).isEqualTo(403);
    assertThat(submit("/setup", "", "name=Olga&password=short").statusCode()).isEqualTo(422);
    var made = submit("/setup", "", form);
    assertThat(made.statusCode()).isEqualTo(303);
    assertThat(get("/users", cookie(made)).statusCode()).isEqualTo(200);
    add("Vera", Role.VIEWER);
    add("Rita", Role.REVIEWER);
    add("Tom", Role.TRAINER);
  }

  private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

  private static User add(String name, Role role) {
    return studio.accounts().administration().add(name, role, PASSWORD, SHELL).await();
  }

  private static HttpResponse<byte[]> get(String path, String cookie, String... headers) {
    return Http.get(studio.at(path), with(cookie, headers));
  }

  /** Sends a form as a page of the studio does. */
  private static HttpResponse<byte[]> submit(
      String path, String cookie, String form, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of(FORM));
    all.addAll(List.of("Origin", studio.at(""), "Accept", "text/html"));
    return Http.post(
        studio.at(path), BodyPublishers.ofString(form), with(cookie, all.toArray(String[]::new)));
  }

  private static String[] with(String cookie, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Cookie", cookie.isEmpty() ? "theme=dark" : cookie));
    return all.toArray(String[]::new);
  }

  /** {@code name=value} of the session that an answer opens. */
  private static String cookie(HttpResponse<byte[]> answer) {
    return Http.header(answer, "Set-Cookie").split(";", 2)[0];
  }

  private static HttpResponse<byte[]> trySignIn(String name, String password, String address) {
    var form = "name=%s&password=%s".formatted(name, password.replace(' ', '+'));
    return submit("/sign-in", "", form, "X-Forwarded-For", address);
  }

  private static String signIn(String name) {
    var answer = trySignIn(name, PASSWORD, "10.0.0.1");
    assertThat(answer.statusCode()).isEqualTo(303);
    return cookie(answer);
  }

  private static String token(String name, Role role, Optional<Duration> lifetime) {
    var accounts = studio.accounts();
    var user = accounts.users().named(name).await().orElseThrow();
    return accounts.tokens().create(user, "test", role, lifetime, SHELL).await();
  }

  private static HttpResponse<byte[]> byToken(String path, String token) {
    return Http.get(studio.at(path), "Authorization", "Bearer " + token);
  }

  // ---------- strangers ----------

  @Test
  void peopleAreSentToSignInAndBack() {
    var answer = get("/runs?state=finished", "", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Http.header(answer, "Location"))
        .isEqualTo("/sign-in?next=%2Fruns%3Fstate%3Dfinished");
    var page = get("/sign-in?next=%2Fruns%3Fstate%3Dfinished", "", "Accept", "text/html");
    assertThat(Http.text(page)).contains("value=\"/runs?state=finished\"");
    var form = "name=olga&next=%2Fruns%3Fstate%3Dfinished&password=" + PASSWORD.replace(' ', '+');
    assertThat(Http.header(submit("/sign-in", "", form), "Location"))
        .isEqualTo("/runs?state=finished");
    assertThat(
            Http.header(
                submit("/sign-in", "", form.replace("%2Fruns", "//evil.example")), "Location"))
        .isEqualTo("/");
  }

  @Test
  void programsAreToldWhatToBring() {
    var answer = Http.get(studio.at("/api/v1/review"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Http.header(answer, "WWW-Authenticate")).startsWith("Bearer");
    assertThat(Http.header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(Http.post(studio.at("/api/v1/ads"), new byte[1]).statusCode()).isEqualTo(401);
    assertThat(byToken("/api/v1/review", "yy_guessed").statusCode()).isEqualTo(401);
  }

  @Test
  void piecesOfPagesMakeTheBrowserSignIn() {
    var answer =
        get("/runs/members", "", "HX-Request", "true", "HX-Current-URL", studio.at("/runs?page=2"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Http.header(answer, "HX-Redirect")).isEqualTo("/sign-in?next=%2Fruns%3Fpage%3D2");
  }

  @ParameterizedTest
  @CsvSource({"/health", "/assets/css/style.css", "/webjars/htmx.org/dist/htmx.min.js", "/sign-in"})
  void someThingsAreForEverybody(String path) {
    assertThat(get(path, "").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"//users", "/./users", "/a/../users", "/%75sers", "/users/", "/media/ads/1/video"})
  void noWayOfWritingAnAddressLeadsAround(String path) {
    assertThat(get(path, "").statusCode()).isIn(401, 404);
    assertThat(get(path, signIn("Tom")).statusCode()).isIn(403, 404);
  }

  // ---------- sessions ----------

  @Test
  void cookieIsOutOfReachOfScriptsAndOtherSites() {
    var plain = Http.header(trySignIn("Vera", PASSWORD, "10.0.0.1"), "Set-Cookie");
    assertThat(plain)
        .startsWith("yuyin-session=")
        .contains("HTTPOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure", "Domain");
    var form = "name=Vera&password=" + PASSWORD.replace(' ', '+');
    var secure = submit("/sign-in", "", form, "X-Forwarded-Proto", "https");
    assertThat(Http.header(secure, "Set-Cookie"))
        .startsWith("__Host-yuyin-session=")
        .contains("HTTPOnly", "SameSite=Lax", "Path=/", "Secure");
    assertThat(Http.header(secure, "Strict-Transport-Security")).startsWith("max-age=");
  }

  @Test
  void signingInAgainTakesAnotherSecretAndEndsTheOldOne() {
    var before = signIn("Vera");
    var form = "name=Vera&password=" + PASSWORD.replace(' ', '+');
    var after = cookie(submit("/sign-in", before, form));
    assertThat(after).isNotEqualTo(before);
    assertThat(get("/api/v1/account", before).statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/account", after).statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEndsOneSessionOrAll() {
    var here = signIn("Vera");
    var there = signIn("Vera");
    var left = submit("/sign-out", here, "");
    assertThat(Http.header(left, "Set-Cookie")).contains("Max-Age=0");
    assertThat(get("/api/v1/account", here).statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/account", there).statusCode()).isEqualTo(200);
    var again = signIn("Vera");
    submit("/api/v1/account/sign-out-everywhere", again, "");
    assertThat(get("/api/v1/account", there).statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/account", again).statusCode()).isEqualTo(401);
  }

  @Test
  void sessionEndsWhenItIsNotUsedForADayAndAfterTwoWeeksAnyway() {
    var idle = signIn("Vera");
    var busy = signIn("Vera");
    for (int day = 0; day < 14; day++) {
      studio.clock().moveOn(Duration.ofHours(23));
      assertThat(get("/api/v1/account", busy).statusCode()).as("day %d", day).isEqualTo(200);
    }
    assertThat(get("/api/v1/account", idle).statusCode()).isEqualTo(401);
    studio.clock().moveOn(Duration.ofHours(15));
    assertThat(get("/api/v1/account", busy).statusCode()).isEqualTo(401);
  }

  @Test
  void anotherPasswordEndsOtherSessions() {
    add("Paula", Role.VIEWER);
    var here = signIn("Paula");
    var there = signIn("Paula");
    var wrong = submit("/api/v1/account/password", here, "old=no&password=a+much+better+one");
    assertThat(wrong.statusCode()).isEqualTo(403);
    var form = "old=%s&password=a+much+better+one".formatted(PASSWORD.replace(' ', '+'));
    var changed = submit("/api/v1/account/password", here, form);
    assertThat(changed.statusCode()).isEqualTo(303);
    assertThat(get("/api/v1/account", cookie(changed)).statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/account", here).statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/account", there).statusCode()).isEqualTo(401);
    assertThat(trySignIn("Paula", "a much better one", "10.0.0.1").statusCode()).isEqualTo(303);
  }

  // ---------- guessing ----------

  @ParameterizedTest
  @CsvSource({"Tom,10.0.0.2", "Nobody,10.0.0.3"})
  void fiveWrongTriesMakeTheNextOnesWait(String name, String address) {
    for (int i = 0; i < 5; i++) {
      var wrong = trySignIn(name, "wrong " + i, address);
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(Http.text(wrong)).contains("The name or the password is wrong.");
    }
    var early = trySignIn(name, PASSWORD, address);
    assertThat(early.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(Http.header(early, "Retry-After"))).isBetween(25, 31);
    studio.clock().moveOn(Duration.ofSeconds(32));
    assertThat(trySignIn(name, "wrong again", address).statusCode()).isEqualTo(401);
    var twiceAsLong = trySignIn(name, PASSWORD, address);
    assertThat(Integer.parseInt(Http.header(twiceAsLong, "Retry-After"))).isBetween(50, 61);
    studio.clock().moveOn(Duration.ofSeconds(62));
    int right = name.equals("Tom") ? 303 : 401;
    assertThat(trySignIn(name, PASSWORD, address).statusCode()).isEqualTo(right);
  }

  @Test
  void oneAddressCannotTryManyNames() {
    for (int i = 0; i < 21; i++) {
      assertThat(trySignIn("name" + i, "wrong", "10.0.0.4").statusCode()).isEqualTo(401);
    }
    assertThat(trySignIn("Vera", PASSWORD, "10.0.0.4").statusCode()).isEqualTo(429);
    assertThat(trySignIn("Vera", PASSWORD, "10.0.0.5").statusCode()).isEqualTo(303);
  }

  // ---------- tokens ----------

  @Test
  void tokenIsShownOnceAndKeptAsItsHash() {
    var session = signIn("Rita");
    submit("/api/v1/account/tokens", session, "name=nightly&role=reviewer&days=30");
    var shown = TOKEN.matcher(Http.text(get("/account", session)));
    assertThat(shown.find()).isTrue();
    assertThat(Http.text(get("/account", session))).doesNotContain(shown.group());
    assertThat(Http.json(byToken("/api/v1/account", shown.group())).getString("role"))
        .isEqualTo("reviewer");
    var row = "SELECT count(*) FROM account_token WHERE account_token::text LIKE $1";
    assertThat(studio.run(row, Tuple.of("%" + shown.group() + "%"))).isZero();
  }

  @Test
  void tokenDoesNoMoreThanItsRoleAndItsUser() {
    var token = token("Tom", Role.VIEWER, Optional.empty());
    var refused =
        Http.post(studio.at("/api/v1/demo/stop"), new byte[0], "Authorization", "Bearer " + token);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Http.json(refused).getString("detail")).startsWith("This is for trainers.");
    assertThatThrownBy(() -> token("Vera", Role.OWNER, Optional.empty()))
        .isInstanceOf(InputException.class);

    var mia = add("Mia", Role.TRAINER);
    var strong = token("Mia", Role.TRAINER, Optional.empty());
    studio.accounts().administration().setRole(mia, Role.VIEWER, SHELL).await();
    assertThat(Http.json(byToken("/api/v1/account", strong)).getString("role")).isEqualTo("viewer");
  }

  @Test
  void tokenMakesNoOtherTokens() {
    var token = token("Olga", Role.OWNER, Optional.empty());
    var refused =
        Http.post(
            studio.at("/api/v1/account/tokens"),
            BodyPublishers.ofString("name=another"),
            "Authorization",
            "Bearer " + token,
            FORM[0],
            FORM[1]);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Http.json(refused).getString("detail")).contains("sign in with your password");
  }

  @Test
  void tokenEndsWhenItsTimeIsOverOrItIsRevoked() {
    var brief = token("Rita", Role.VIEWER, Optional.of(Duration.ofDays(1)));
    var endless = token("Rita", Role.VIEWER, Optional.empty());
    studio.clock().moveOn(Duration.ofHours(25));
    assertThat(byToken("/api/v1/account", brief).statusCode()).isEqualTo(401);
    assertThat(byToken("/api/v1/account", endless).statusCode()).isEqualTo(200);
    var rita = studio.accounts().users().named("Rita").await().orElseThrow();
    var id = studio.accounts().tokens().of(rita.id()).await().getFirst().id();
    var address = "/api/v1/account/tokens/" + id + "/revoke";
    assertThat(submit(address, signIn("Tom"), "").statusCode()).isEqualTo(404);
    assertThat(submit(address, signIn("Rita"), "").statusCode()).isEqualTo(303);
    assertThat(byToken("/api/v1/account", endless).statusCode()).isEqualTo(401);
  }

  // ---------- forms of other sites ----------

  @Test
  void cookieAloneChangesNothing() {
    var address = studio.at("/api/v1/demo/stop");
    var tom = signIn("Tom");
    assertThat(Http.post(address, new byte[0], with(tom)).statusCode()).isEqualTo(403);
    assertThat(Http.post(address, new byte[0], with(tom, "Sec-Fetch-Site", "none")).statusCode())
        .isEqualTo(403);
    assertThat(
            Http.post(address, new byte[0], with(tom, "Sec-Fetch-Site", "same-site")).statusCode())
        .isEqualTo(403);
    assertThat(
            Http.post(address, new byte[0], with(tom, "Origin", "http://evil.example"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            Http.post(address, new byte[0], with(tom, "Sec-Fetch-Site", "same-origin"))
                .statusCode())
        .isNotEqualTo(403);
    var token = token("Tom", Role.TRAINER, Optional.empty());
    assertThat(
            Http.post(address, new byte[0], with(tom, "Authorization", "Bearer " + token))
                .statusCode())
        .isNotEqualTo(403);
  }

  // ---------- roles ----------

  @Test
  void whoMayNotIsToldWhoMay() {
    var page = get("/users", signIn("Vera"), "Accept", "text/html", "Accept-Language", "zh");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(Http.text(page)).contains("仅限所有者。", "Vera");
    var refused = submit("/api/v1/ads", signIn("Vera"), "");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Http.text(refused)).contains("This is for reviewers.");
  }

  @Test
  void reviewsCarryTheNameOfTheUser() {
    var rita = signIn("Rita");
    assertThat(Http.text(get("/review", rita + "; reviewer=Mallory", "Accept", "text/html")))
        .contains("<strong>Rita</strong>")
        .doesNotContain("Mallory");
    assertThat(submit("/review/reviewer", rita, "name=Mallory").statusCode()).isEqualTo(409);
  }

  @Test
  void ownerManagesUsersButNeverTheLastOwnerAway() {
    var owner = signIn("Olga");
    var form = "name=Nils&role=viewer&password=" + PASSWORD.replace(' ', '+');
    assertThat(submit("/api/v1/users", owner, form).statusCode()).isEqualTo(303);
    assertThat(submit("/api/v1/users", owner, form.replace("Nils", "NILS")).statusCode())
        .isEqualTo(422);
    var nils = studio.accounts().users().named("nils").await().orElseThrow().id();
    var session = signIn("Nils");
    var token = token("Nils", Role.VIEWER, Optional.empty());
    submit("/api/v1/users/" + nils + "/role", owner, "role=trainer");
    assertThat(Http.json(get("/api/v1/account", session)).getString("role")).isEqualTo("trainer");
    submit("/api/v1/users/" + nils + "/disable", owner, "");
    assertThat(get("/api/v1/account", session).statusCode()).isEqualTo(401);
    assertThat(byToken("/api/v1/account", token).statusCode()).isEqualTo(401);
    assertThat(trySignIn("Nils", PASSWORD, "10.0.0.6").statusCode()).isEqualTo(401);

    var olga = studio.accounts().users().named("Olga").await().orElseThrow().id();
    var away = "/api/v1/users/" + olga;
    assertThat(submit(away + "/role", owner, "role=trainer").statusCode()).isEqualTo(422);
    assertThat(submit(away + "/disable", owner, "").statusCode()).isEqualTo(422);
    assertThat(Http.json(get("/api/v1/account", owner)).getString("role")).isEqualTo("owner");
  }

  @Test
  void setUpIsThereOnlyOnce() {
    var owner = signIn("Olga");
    assertThat(get("/setup", owner).statusCode()).isEqualTo(404);
    var form = "name=Eve&password=" + PASSWORD.replace(' ', '+');
    assertThat(submit("/setup", owner, form).statusCode()).isEqualTo(422);
    assertThat(submit("/setup", "", form, "HX-Request", "true").statusCode()).isEqualTo(401);
    assertThat(studio.accounts().users().named("Eve").await()).isEmpty();
  }

  // ---------- the log ----------

  @Test
  void whatPeopleDidIsWrittenDownAndStays() throws InterruptedException {
    trySignIn("Tom", "wrong", "10.9.9.9");
    var tom = signIn("Tom");
    submit("/api/v1/account/tokens", tom, "name=cron&role=viewer");
    submit("/api/v1/demo/stop", tom, "");
    submit("/api/v1/users", tom, "name=Eve");
    submit("/sign-out", tom, "");
    var log = logOf("Tom", 6);
    assertThat(log)
        .extracting(AuditEntry::deed)
        .containsExactly(
            Deed.SIGNED_OUT,
            Deed.REQUEST,
            Deed.REQUEST,
            Deed.TOKEN_CREATED,
            Deed.SIGNED_IN,
            Deed.SIGN_IN_REFUSED);
    assertThat(log.get(1).target()).isEqualTo("POST /api/v1/users");
    assertThat(log.get(1).status()).contains(403);
    assertThat(log.get(3).target()).isEqualTo("cron (viewer)");
    assertThat(log.get(5).actor().address()).isEqualTo("10.9.9.9");
    var page = Http.text(get("/audit?who=Tom", signIn("Olga"), "Accept", "text/html"));
    assertThat(page).contains("cron (viewer)", "10.9.9.9").doesNotContain("made token nightly");
    assertThatThrownBy(() -> studio.run("DELETE FROM audit_entry", Tuple.tuple()))
        .hasMessageContaining("stays");
    assertThatThrownBy(() -> studio.run("UPDATE audit_entry SET who = 'Eve'", Tuple.tuple()))
        .hasMessageContaining("stays");
  }

  /** Requests are noted just after their answer. */
  private static List<AuditEntry> logOf(String who, int most) throws InterruptedException {
    Thread.sleep(200);
    return studio.accounts().audit().before(Long.MAX_VALUE, who, most).await();
  }
}
