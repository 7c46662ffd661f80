package org.yuyin.catalogue.synthetic;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.yuyin.catalogue.synthetic.plan.AdKind;
import org.yuyin.catalogue.synthetic.plan.AdPlan;
import org.yuyin.storage.AtomicFile;

/** Writes the list of ads that ingest reads; held-out ones are not in it. */
final class DemoManifest {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "id",
              "file",
              "category",
              "merged_category",
              "tag",
              "title_en",
              "title_zh",
              "track_group",
              "split",
              "kind",
              "synthetic")
          .setRecordSeparator('\n')
          .get();

  private DemoManifest() {}

  static void write(Path manifest, List<AdPlan> ads) {
    AtomicFile.write(
        manifest,
        out -> {
          var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          var rows = FORMAT.print(writer);
          for (var ad : ads) {
            if (ad.kind() != AdKind.HELD_OUT) {
              rows.printRecord(row(ad));
            }
          }
          writer.flush();
        });
  }

  /** The split is left to the dataset, which keeps the ads of one track together. */
  private static List<String> row(AdPlan ad) {
    var category = ad.category();
    boolean hasTrack =
        ad.kind() == AdKind.MUSIC
            || ad.kind() == AdKind.DUPLICATE
            || ad.kind() == AdKind.HALF_MUSIC;
    return List.of(
        ad.id(),
        ad.file(),
        category.title(),
        category.merged(),
        category.tag(),
        category.title(),
        category.tag(),
        hasTrack ? ad.track().title() : "",
        "",
        ad.kind().label(),
        "true");
  }
}
