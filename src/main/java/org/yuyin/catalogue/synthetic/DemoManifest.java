package org.yuyin.catalogue.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.yuyin.catalogue.synthetic.plan.AdKind;
import org.yuyin.catalogue.synthetic.plan.AdPlan;

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

  static void write(Path manifest, List<AdPlan> ads) throws IOException {
    var half = manifest.resolveSibling(manifest.getFileName() + ".part");
    try (var writer = Files.newBufferedWriter(half, StandardCharsets.UTF_8);
        var rows = FORMAT.print(writer)) {
      for (var ad : ads) {
        if (ad.kind() != AdKind.HELD_OUT) {
          rows.printRecord(row(ad));
        }
      }
    }
    Files.move(half, manifest, StandardCopyOption.REPLACE_EXISTING);
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
