package org.yuyin.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yuyin.web.page.AdList;
import org.yuyin.web.page.MusicList;

/** Measures how long pages take, from the request to the last byte of the answer. */
final class PageBench {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;
  private final int times;

  /**
   * @param server address without a slash at its end
   * @param times how often each page is asked for, after one time that warms it up
   */
  PageBench(String server, int times) {
    this.server = server;
    this.times = times;
  }

  /**
   * How fast a page is.
   *
   * @param status of its answers; of the first that is not 200, if there is one
   * @param median in milliseconds
   * @param p95 19 of 20 answers take no longer, in milliseconds
   */
  record Speed(int status, double median, double p95) {}

  /** What is measured: addresses by what they show. */
  static Map<String, String> pages(long ads, long tracks) {
    var pages = new LinkedHashMap<String, String>();
    pages.put("home", "/");
    list(pages, "ads", "/ads", last(ads, AdList.SIZE));
    for (var order : new String[] {"name", "length", "music"}) {
      orders(pages, "ads", "/ads", order, last(ads, AdList.SIZE));
    }
    pages.put("ads, searched", "/ads?q=0012");
    pages.put("ads of a category", "/ads?category=category+7");
    pages.put("ads of a merged category", "/ads?merged=group+7");
    pages.put("ads left out", "/ads?state=excluded");
    pages.put("ads of a collection and split", "/ads?split=test&collection=collection+2");
    list(pages, "music", "/music", last(tracks, MusicList.SIZE));
    for (var order : new String[] {"title", "tempo", "energy", "loudness", "length", "used"}) {
      orders(pages, "music", "/music", order, last(tracks, MusicList.SIZE));
    }
    pages.put("music, searched", "/music?q=Track+77");
    pages.put("music of a category", "/music?category=category+7");
    pages.put("music by its sound", "/music?tempo=100-120&vocal=no");
    pages.put("music by its licence", "/music?platform=douyin&territory=CN");
    pages.put("an ad", "/ads/" + (ads + 1) / 2);
    pages.put("a track", "/music/10");
    pages.put("categories", "/categories");
    pages.put("review", "/review");
    pages.put("a review queue", "/review/1");
    pages.put("results of a queue", "/review/1/results");
    pages.put("see", "/see");
    pages.put("data", "/data");
    pages.put("recommend", "/recommend");
    pages.put("train", "/train");
    pages.put("runs", "/runs");
    return pages;
  }

  private static void list(Map<String, String> pages, String what, String path, long last) {
    pages.put(what, path);
    pages.put(what + ", middle", path + "?page=" + (last + 1) / 2);
    pages.put(what + ", last", path + "?page=" + last);
  }

  private static void orders(
      Map<String, String> pages, String what, String path, String order, long last) {
    var ordered = path + "?order=" + order;
    pages.put("%s by %s".formatted(what, order), ordered);
    pages.put("%s by %s, last".formatted(what, order), ordered + "&page=" + last);
  }

  private static long last(long rows, int size) {
    return Math.max(1, (rows + size - 1) / size);
  }

  /** Asks for a page again and again. */
  Speed measure(String path) throws IOException, InterruptedException {
    int status = ask(path);
    var milliseconds = new double[times];
    for (int n = 0; n < times; n++) {
      long start = System.nanoTime();
      int answer = ask(path);
      milliseconds[n] = (System.nanoTime() - start) / 1e6;
      status = status == 200 ? answer : status;
    }
    Arrays.sort(milliseconds);
    return new Speed(status, milliseconds[times / 2], milliseconds[(times * 19 - 1) / 20]);
  }

  private int ask(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(server + path)).build();
    return client.send(request, BodyHandlers.ofByteArray()).statusCode();
  }
}
