package org.yuyin.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.yuyin.account.Accounts;
import org.yuyin.account.Passwords;
import org.yuyin.catalogue.AdCard;
import org.yuyin.catalogue.AdFilter;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.MusicUploads;
import org.yuyin.catalogue.MusicView;
import org.yuyin.catalogue.SoundFactsRepository;
import org.yuyin.catalogue.SoundJudge;
import org.yuyin.catalogue.Uploads;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.feature.Extractors;
import org.yuyin.jobs.JobBell;
import org.yuyin.jobs.JobRepository;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.Previews;
import org.yuyin.media.TestClips;
import org.yuyin.model.Methods;
import org.yuyin.operations.Deletion;
import org.yuyin.operations.Measurements;
import org.yuyin.retrieval.ServingRepository;
import org.yuyin.review.Proposals;
import org.yuyin.review.StubProposals;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.PostgresExtension;
import org.yuyin.training.RunView;
import org.yuyin.training.TrainingQueue;
import org.yuyin.web.account.AccountDesk;
import org.yuyin.web.api.Endpoints;
import org.yuyin.web.page.Pages;
import org.yuyin.web.ranking.Leaning;
import org.yuyin.web.ranking.MusicRanker;
import org.yuyin.web.ranking.Question;
import org.yuyin.web.ranking.RankedTrack;
import org.yuyin.web.ranking.Ranking;
import org.yuyin.web.ranking.RankingDesk;
import org.yuyin.web.ranking.TrackAdvisor;
import org.yuyin.web.review.ReviewRoom;
import org.yuyin.web.see.ModelPictures;
import org.yuyin.web.see.SeeDesk;
import org.yuyin.web.table.TableDesk;

/** A studio on a free port: real server, real database, real media files. */
public final class StudioFixture implements BeforeAllCallback, AfterAllCallback {
  /** Small, so that tests can exceed it. */
  static final int UPLOAD_LIMIT = 2_000_000;

  /** The tests play the proxy, as soon as they send its headers. */
  private static final Proxies PROXIES = new Proxies(Set.of("127.0.0.1"));

  private static final int WEAK_KIB = 16;

  private static final TrackAdvisor NO_ADVICE =
      new TrackAdvisor() {
        @Override
        public Future<List<RankedTrack>> like(long trackId, Leaning leaning, int most) {
          return Future.succeededFuture(List.of());
        }

        @Override
        public Future<List<SuitedAd>> adsFor(long trackId, int most) {
          return Future.succeededFuture(List.of());
        }

        @Override
        public Future<List<Long>> adsLike(long adId, int most) {
          return Future.succeededFuture(List.of());
        }
      };

  private final PostgresExtension postgres = new PostgresExtension();
  private @Nullable WebServer server;
  private List<String> apiRoutes = List.of();
  private @Nullable JobBell bell;
  private @Nullable RankingDesk desk;
  private @Nullable ReviewRoom review;
  private @Nullable BlobStore blobs;
  private @Nullable CatalogueView catalogue;
  private @Nullable Accounts accounts;
  private List<Endpoint> endpoints = List.of();
  private final MovableClock clock = new MovableClock();

  /** What there is to judge; tests may exchange it. */
  private volatile Proposals proposals = new StubProposals(3);

  /** What ranks; tests may exchange it. By default every track, the newest first. */
  private volatile MusicRanker ranker = this::newestFirst;

  /** What the health check hears of workers, of which there are none. */
  volatile boolean workersAlive = true;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    postgres.beforeAll(context);
    var reader = new FfmpegMediaReader(MediaLimits.standard());
    var vertx = postgres.database().vertx();
    var pool = postgres.pool();
    bell = JobBell.of(postgres.database());
    blobs = new BlobStore(postgres.folder());
    catalogue = new CatalogueView(pool);
    desk = new RankingDesk(vertx, (question, most, stage) -> ranker.rank(question, most, stage));
    review = ReviewRoom.of(pool, task -> proposals.open(task));
    var previews =
        new Previews(reader, MediaLimits.standard(), postgres.folder().cache().resolve("previews"));
    accounts = Accounts.of(pool, Passwords.of(vertx, WEAK_KIB, 1), clock);
    var sources =
        new Sources(
            new WebSettings(WebSettings.LOCAL_HOST, 0, UPLOAD_LIMIT, PROXIES),
            vertx,
            pool,
            postgres.folder(),
            blobs,
            previews,
            catalogue,
            new MusicView(pool),
            new SoundFactsRepository(pool),
            new Uploads(pool, blobs, reader),
            new MusicUploads(
                pool,
                blobs,
                reader,
                previews,
                sound -> new SoundJudge.Verdict(1, Optional.empty(), Optional.empty())),
            new RunView(pool),
            new EvaluationRepository(pool),
            Methods.standard(),
            new ServingRepository(pool),
            desk,
            NO_ADVICE,
            Extractors.standard(postgres.folder().models()),
            new DatasetRepository(pool),
            new TrainingQueue(pool, "test"),
            new JobRepository(pool),
            bell,
            new TableDesk(pool),
            new SeeDesk(pool, postgres.folder()),
            new ModelPictures(pool, postgres.folder()),
            review,
            AccountDesk.of(accounts, PROXIES),
            new Deletion(pool, blobs, previews),
            new Readiness(pool, postgres.database().newestSchema(), () -> workersAlive),
            new Measurements(pool, postgres.folder()));
    var pages = Pages.standard(sources);
    var views = new Views(pages.menu());
    endpoints = new ArrayList<>(pages.endpoints(views));
    endpoints.addAll(Endpoints.standard(sources));
    apiRoutes = apiRoutes(Router.router(vertx), endpoints);
    server = WebServer.start(vertx, sources.settings(), views, accounts, endpoints).await();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    server().stop().await();
    Objects.requireNonNull(bell).close();
    Objects.requireNonNull(desk).close();
    Objects.requireNonNull(review).close();
    postgres.afterAll(context);
  }

  private static List<String> apiRoutes(Router router, List<? extends Endpoint> endpoints) {
    endpoints.forEach(endpoint -> endpoint.mount(router));
    return router.getRoutes().stream()
        .filter(route -> String.valueOf(route.getPath()).startsWith("/api/v1/"))
        .filter(route -> route.methods() != null)
        .flatMap(route -> route.methods().stream().map(method -> method + " " + route.getPath()))
        .distinct()
        .toList();
  }

  /** Method and path of everything that the interface for programs answers. */
  List<String> apiRoutes() {
    return apiRoutes;
  }

  WebServer server() {
    return Objects.requireNonNull(server);
  }

  /** Address of a path on the running server. */
  String at(String path) {
    return "http://127.0.0.1:" + server().port() + path;
  }

  Accounts accounts() {
    return Objects.requireNonNull(accounts);
  }

  /** By which sessions, tokens and refused sign-ins age. */
  MovableClock clock() {
    return clock;
  }

  /** Everything that is mounted on the server. */
  List<Endpoint> endpoints() {
    return endpoints;
  }

  PostgresExtension postgres() {
    return postgres;
  }

  void proposeWith(Proposals other) {
    proposals = other;
  }

  ReviewRoom review() {
    return Objects.requireNonNull(review);
  }

  void rankWith(MusicRanker other) {
    ranker = other;
  }

  /** A clip of test pictures and a tone, that lies in the data folder's scratch space. */
  Path clip(String name, double seconds) {
    return TestClips.video(postgres.folder().root().resolve(name), seconds);
  }

  /** Takes a clip into the catalogue as an ad with its own track; the ad's number. */
  long addAd(String name, String category, double seconds) {
    return addAd(clip(name, seconds), category);
  }

  /** Takes a file into the catalogue as an ad with its own track; the ad's number. */
  long addAd(Path file, String category) {
    var kept = Objects.requireNonNull(blobs).put(file);
    var name = file.getFileName().toString();
    run(
        "INSERT INTO category VALUES ($1, $2, 'manifest') ON CONFLICT DO NOTHING",
        Tuple.of(category, category + "-merged"));
    run(
        """
        INSERT INTO media_file (sha256, bytes, container, duration_seconds, width, height)
        VALUES ($1, $2, 'mp4', 3, 320, 180)
        """,
        Tuple.of(kept.sha256(), kept.bytes()));
    var track =
        run(
            "INSERT INTO track (key, title, origin) VALUES ($1, $2, 'ad') RETURNING id",
            Tuple.of(kept.sha256(), "Music of " + name));
    return run(
        """
        INSERT INTO ad (collection, name, source, sha256, category, track_id, state)
        VALUES ('test', $1, $1, $2, $3, $4, 'included') RETURNING id
        """,
        Tuple.of(name, kept.sha256(), category, track));
  }

  /** An ad that was left out. */
  long addExcluded(String name, String exclusion, String detail) {
    return run(
        """
        INSERT INTO ad (collection, name, source, state, exclusion, exclusion_detail)
        VALUES ('test', $1, $1, 'excluded', $2, $3) RETURNING id
        """,
        Tuple.of(name, exclusion, detail));
  }

  /** Runs a statement; the first value of its first row, or 0. */
  long run(String statement, Tuple values) {
    var rows = postgres.pool().preparedQuery(statement).execute(values).await();
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
  }

  private Ranking newestFirst(Question question, int most, Consumer<MusicRanker.Stage> stage) {
    stage.accept(MusicRanker.Stage.MUSIC);
    var found =
        Objects.requireNonNull(catalogue).ads(AdFilter.all().inState("included"), most, 0).await();
    var tracks = new ArrayList<RankedTrack>();
    for (var ad : found) {
      tracks.add(track(tracks.size() + 1, ad));
    }
    return new Ranking(tracks, tracks.size(), 7, "yuyin", 0.5, 0.01, Optional.empty(), List.of());
  }

  private static RankedTrack track(int place, AdCard ad) {
    return new RankedTrack(
        place,
        ad.trackId().orElseThrow(),
        ad.trackTitle().orElseThrow(),
        1.0 - 0.1 * place,
        ad.category(),
        ad.mergedCategory(),
        false,
        Optional.of(ad.name()),
        ad.sha256().orElseThrow().substring(0, 16),
        ad.synthetic(),
        Optional.empty(),
        Optional.empty());
  }
}
