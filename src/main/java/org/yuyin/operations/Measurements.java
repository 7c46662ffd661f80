package org.yuyin.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yuyin.storage.DataFolder;

/**
 * What this process measures of itself, as Prometheus reads it. The parts of the program note into
 * the global registry of Micrometer, which keeps nothing while nobody listens; this one listens.
 * The queue is read from the database when it is asked for. Labels name kinds of things, never a
 * person, file or title: docs/operations.md lists them.
 */
public final class Measurements implements AutoCloseable {
  private static final long KILOBYTE = 1024;

  private static final String JOBS =
      """
      SELECT type, state, count(*) AS jobs,
        extract(epoch FROM now() - min(queued_at))::float8 AS oldest
      FROM job GROUP BY type, state
      """;

  private final Pool pool;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final MultiGauge jobs;
  private final MultiGauge oldest;

  /** Begins to listen. */
  public Measurements(Pool pool, DataFolder folder) {
    this.pool = pool;
    this.jobs =
        MultiGauge.builder("yuyin.jobs").description("jobs of the queue").register(registry);
    this.oldest =
        MultiGauge.builder("yuyin.jobs.oldest.queued")
            .baseUnit("seconds")
            .description("since the oldest waiting job was queued")
            .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    gauge("process.resident.memory", Path.of("/proc/self/status"), Measurements::resident);
    gauge("yuyin.disk.free", folder.root(), Measurements::free);
    Metrics.addRegistry(registry);
  }

  private interface Reading {
    double of(Path file) throws IOException;
  }

  private void gauge(String name, Path file, Reading reading) {
    Gauge.builder(name, () -> orUnknown(file, reading)).baseUnit("bytes").register(registry);
  }

  private static double orUnknown(Path file, Reading reading) {
    try {
      return reading.of(file);
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private static double free(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** With native memory: arrays of PyTorch are not in Java's heap. */
  private static double resident(Path status) throws IOException {
    for (var line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return KILOBYTE * Double.parseDouble(line.replaceAll("\\D", ""));
      }
    }
    return Double.NaN;
  }

  /** All of it, in Prometheus' text format; without the queue when the database is away. */
  public Future<String> text() {
    return pool.query(JOBS)
        .execute()
        .map(
            rows -> {
              var counts = new ArrayList<Row<?>>();
              var ages = new ArrayList<Row<?>>();
              for (var row : rows) {
                var type = Tags.of("type", row.getString("type"));
                counts.add(Row.of(type.and("state", row.getString("state")), row.getLong("jobs")));
                if (row.getString("state").equals("queued")) {
                  ages.add(Row.of(type, row.getDouble("oldest")));
                }
              }
              show(counts, ages);
              return registry.scrape();
            })
        .otherwise(
            away -> {
              show(List.of(), List.of());
              return registry.scrape();
            });
  }

  private void show(List<Row<?>> counts, List<Row<?>> ages) {
    jobs.register(counts, true);
    oldest.register(ages, true);
  }

  @Override
  public void close() {
    Metrics.removeRegistry(registry);
    collections.close();
    registry.close();
  }
}
