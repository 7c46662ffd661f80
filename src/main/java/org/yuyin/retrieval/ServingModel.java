package org.yuyin.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuyin.catalogue.MusicFilter;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.FeatureOrigin;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.PairedPoints;
import org.yuyin.feature.Modality;
import org.yuyin.storage.InputException;

/**
 * A trained model with its pool of music, ready to answer. Safe for many threads; holds native
 * memory until closed.
 */
public final class ServingModel implements AutoCloseable {
  // Several clips of a track may stand before the next track.
  private static final int CLIPS_FOR_EACH_TRACK = 4;

  private final Facts facts;
  private final Trained trained;
  private final List<PoolItem> items;
  private final VectorIndex music;
  private final Confidence confidence;
  private final PointsCache cache;
  private final int tracks;
  // The rows of the dataset come first, then uploaded music.
  private final int pairs;
  private @Nullable VectorIndex video;

  /**
   * What answers are labelled with.
   *
   * @param run whose model it is
   * @param method of the run
   * @param dataset of the pool
   */
  record Facts(long run, String method, DatasetInfo dataset) {}

  /**
   * Takes the encoder over.
   *
   * @param rows what the rows of the dataset are
   * @param uploaded music to recommend beside that
   */
  ServingModel(
      Facts facts, Trained trained, List<PoolItem> rows, UploadedPool uploaded, PointsCache cache) {
    this.facts = facts;
    this.trained = trained;
    this.pairs = rows.size();
    this.items = Stream.concat(rows.stream(), uploaded.items().stream()).toList();
    this.cache = cache;
    var points =
        Stream.concat(
                Arrays.stream(cache.points(trained, PointsCache.Side.MUSIC)),
                Arrays.stream(uploaded.points()))
            .toArray(float[][]::new);
    this.music = VectorIndex.of(points);
    this.tracks = (int) items.stream().map(PoolItem::trackKey).distinct().count();
    this.confidence = confidence(points);
  }

  private Confidence confidence(float[][] points) {
    var heldOut =
        IntStream.range(0, pairs)
            .filter(row -> trained.snapshot().pairs().get(row).split() != Split.TRAIN)
            .toArray();
    int step = Math.max(1, heldOut.length / Confidence.MOST_ASKED);
    var asked = IntStream.range(0, heldOut.length / step).map(i -> heldOut[i * step]).toArray();
    var queries = PairedPoints.video(trained.encoder(), trained.snapshot(), asked);
    return Confidence.of(
        points,
        queries,
        query -> {
          var own = items.get(asked[query]).trackKey();
          var best =
              music.nearest(queries[query], 1, item -> !items.get(item).trackKey().equals(own));
          return best.isEmpty() ? -1 : best.getFirst().score();
        });
  }

  /** The run whose model this is. */
  public long run() {
    return facts.run();
  }

  /** The dataset of the pool. */
  public DatasetInfo dataset() {
    return facts.dataset();
  }

  /** The pool: one item for each row of the dataset, then uploaded music. */
  public List<PoolItem> items() {
    return items;
  }

  /**
   * Which items may be recommended, and how many are wanted.
   *
   * @param top from 1
   * @param categories fine or merged categories; empty allows all, one that the pool does not have
   *     is refused
   * @param music what the music must be like
   */
  public record Wish(int top, Set<String> categories, MusicFilter music) {
    /** So many of all. */
    public static Wish of(int top) {
      return new Wish(top, Set.of(), MusicFilter.none());
    }

    boolean allows(PoolItem item) {
      return item.counts() && allowsCategory(item) && music.allows(item.facts(), item.licence());
    }

    private boolean allowsCategory(PoolItem item) {
      return categories.isEmpty()
          || categories.contains(item.category())
          || categories.contains(item.mergedCategory());
    }
  }

  /**
   * Music for a video: each track once, by its best clip.
   *
   * @param vector of the extractor that described the dataset's videos
   * @param sha256 of the video's file, to notice that it is an ad of the pool; empty when unknown
   */
  public Recommendations music(float[] vector, Optional<String> sha256, Wish wish) {
    var query = trained.encoder().encodeVideo(Map.of(Modality.VIDEO, new float[][] {vector}))[0];
    return music(query, tracksOf(sha256), wish);
  }

  /** Music for an ad of the pool, by its row. */
  public Recommendations musicForRow(int row, Wish wish) {
    var query = PairedPoints.video(trained.encoder(), trained.snapshot(), new int[] {row})[0];
    return music(query, Set.of(items.get(row).trackKey()), wish);
  }

  /** The row of an ad, when the pool has it. */
  public OptionalInt rowOfAd(long adId) {
    return IntStream.range(0, items.size())
        .filter(row -> items.get(row).ad().equals(OptionalLong.of(adId)))
        .findFirst();
  }

  private Set<String> tracksOf(Optional<String> sha256) {
    var tracks = new HashSet<String>();
    for (var item : items) {
      if (sha256.isPresent() && item.track().map(PoolItem.CatalogueTrack::sha256).equals(sha256)) {
        tracks.add(item.trackKey());
      }
    }
    return tracks;
  }

  private void requireKnown(Wish wish) {
    var known = new TreeSet<String>();
    for (var item : items.subList(0, pairs)) {
      known.add(item.category());
      known.add(item.mergedCategory());
    }
    for (var category : wish.categories()) {
      if (!known.contains(category)) {
        throw new InputException(
            "dataset %s has no category \"%s\"; there are %s"
                .formatted(facts.dataset().label(), category, String.join(", ", known)));
      }
    }
  }

  private Recommendations music(float[] query, Set<String> own, Wish wish) {
    requireKnown(wish);
    IntPredicate allowed = row -> wish.allows(items.get(row));
    var hits = distinctTracks(query, wish.top(), allowed);
    var best = music.nearest(query, 1, row -> !own.contains(items.get(row).trackKey()));
    var doubt =
        best.isEmpty()
            ? Optional.<String>empty()
            : confidence.doubt(query, best.getFirst().score());
    var near = nearAds(query, own);
    return answer(
        hits,
        item -> own.contains(items.get(item).trackKey()),
        tracks,
        doubt,
        item -> Optional.of(near.reason(item)));
  }

  private NearAds nearAds(float[] query, Set<String> own) {
    var known =
        videoIndex()
            .nearest(
                query,
                NearAds.LOOKED_AT,
                row -> !own.contains(items.get(row).trackKey()) && items.get(row).counts());
    return new NearAds(known.stream().map(hit -> items.get(hit.item())).toList());
  }

  /**
   * Music like a track, the track itself left out.
   *
   * @param rows the track's clips, at least one
   * @param allowed which other music may be found
   */
  public Recommendations like(int[] rows, int top, Predicate<PoolItem> allowed) {
    var own = items.get(rows[0]).trackKey();
    var query = music.point(rows[0]);
    var hits =
        distinctTracks(
            query,
            top,
            row -> !items.get(row).trackKey().equals(own) && suits(items.get(row), allowed));
    return answer(hits, item -> false, tracks, Optional.empty(), item -> Optional.empty());
  }

  private static boolean suits(PoolItem item, Predicate<PoolItem> wish) {
    return item.counts() && wish.test(item);
  }

  private List<VectorIndex.Hit> distinctTracks(float[] query, int top, IntPredicate allowed) {
    int asked = Math.min(items.size(), CLIPS_FOR_EACH_TRACK * top);
    while (true) {
      var seen = new HashSet<String>();
      var distinct =
          music.nearest(query, asked, allowed).stream()
              .filter(hit -> seen.add(items.get(hit.item()).trackKey()))
              .limit(top)
              .toList();
      if (distinct.size() == top || asked == items.size()) {
        return distinct;
      }
      asked = (int) Math.min(items.size(), 4L * asked);
    }
  }

  /**
   * Ads for a track, the reverse direction. Where the track has several clips, an ad counts with
   * the one that fits it best.
   *
   * @param rows the track's clips, at least one
   */
  public Recommendations ads(int[] rows, Wish wish) {
    requireKnown(wish);
    var own = items.get(rows[0]).trackKey();
    var hits = new ArrayList<VectorIndex.Hit>();
    for (int clip : rows) {
      hits.addAll(
          videoIndex().nearest(music.point(clip), wish.top(), row -> wish.allows(items.get(row))));
    }
    var seen = new HashSet<Integer>();
    var best =
        hits.stream().sorted().filter(hit -> seen.add(hit.item())).limit(wish.top()).toList();
    return answer(
        best,
        item -> items.get(item).trackKey().equals(own),
        pairs,
        Optional.empty(),
        item -> Optional.empty());
  }

  /** Ads of the pool whose pictures are most like those of an ad of the pool, itself left out. */
  public List<Recommendation> alike(int row, int most) {
    var query = PairedPoints.video(trained.encoder(), trained.snapshot(), new int[] {row})[0];
    return alike(query, most, other -> other != row && items.get(other).counts());
  }

  /** The same for a video that the pool does not have, by its vector. */
  public List<Recommendation> alike(float[] vector, int most) {
    var query = trained.encoder().encodeVideo(Map.of(Modality.VIDEO, new float[][] {vector}))[0];
    return alike(query, most, other -> items.get(other).counts());
  }

  private List<Recommendation> alike(float[] query, int most, IntPredicate other) {
    var hits = videoIndex().nearest(query, most, other);
    return answer(hits, item -> false, pairs, Optional.empty(), item -> Optional.empty()).items();
  }

  /**
   * The clips of a track.
   *
   * @param reference number of the track in the catalogue, its lasting key, or the name of an ad
   *     that uses it
   * @return rows of the pool; none when there is no such track
   */
  public int[] rowsOfTrack(String reference) {
    var named =
        items.stream()
            .filter(item -> refersTo(reference, item))
            .map(PoolItem::trackKey)
            .findFirst();
    return IntStream.range(0, items.size())
        .filter(row -> named.filter(items.get(row).trackKey()::equals).isPresent())
        .toArray();
  }

  private static boolean refersTo(String reference, PoolItem item) {
    return item.trackKey().equals(reference)
        || item.name().equals(reference)
        || item.track().filter(it -> Long.toString(it.id()).equals(reference)).isPresent();
  }

  /** Most callers never ask the reverse direction. */
  private synchronized VectorIndex videoIndex() {
    if (video == null) {
      video = VectorIndex.of(cache.points(trained, PointsCache.Side.VIDEO));
    }
    return video;
  }

  private Recommendations answer(
      List<VectorIndex.Hit> hits,
      IntPredicate own,
      int pool,
      Optional<String> doubt,
      Function<PoolItem, Optional<Reason>> reason) {
    var ranked =
        IntStream.range(0, hits.size())
            .mapToObj(
                i -> {
                  var hit = hits.get(i);
                  var item = items.get(hit.item());
                  return new Recommendation(
                      i + 1, hit.score(), item, own.test(hit.item()), reason.apply(item));
                })
            .toList();
    return new Recommendations(
        facts.run(), facts.method(), facts.dataset().label(), pool, ranked, doubt, substitutes());
  }

  private List<String> substitutes() {
    return Arrays.stream(Modality.values())
        .flatMap(modality -> FeatureOrigin.of(facts.dataset(), modality).stream())
        .filter(FeatureOrigin.Used::substitute)
        .map(FeatureOrigin.Used::name)
        .toList();
  }

  @Override
  public void close() {
    trained.encoder().close();
  }
}
