package org.yuyin.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/**
 * The rows of a CSV file that names media files in its column {@code file}.
 *
 * @param manifest the file
 * @param rows in order, at least one, each with as many fields as the header
 */
public record ManifestRows(Path manifest, List<CSVRecord> rows) {
  private static final String BYTE_ORDER_MARK = "\ufeff"; // spreadsheets put it in front

  public ManifestRows {
    rows = List.copyOf(rows);
  }

  /**
   * Reads them all.
   *
   * @throws InputException naming the row when the file is not well formed or names nothing
   */
  public static ManifestRows of(Path manifest) {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .get();
    try (var rows = CSVParser.parse(text(manifest), format)) {
      return checked(manifest, rows);
    } catch (CharacterCodingException e) {
      throw new InputException(
          "%s is not UTF-8 text; save it as \"CSV UTF-8\"".formatted(manifest), e);
    } catch (IOException e) {
      throw IoProblems.reading(manifest, e);
    } catch (UncheckedIOException e) {
      throw new InputException(
          "%s is not a CSV file in UTF-8: %s".formatted(manifest, e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "%s: its header is wrong: %s".formatted(manifest, e.getMessage()), e);
    }
  }

  private static ManifestRows checked(Path manifest, CSVParser parser) {
    if (!parser.getHeaderMap().containsKey("file")) {
      throw new InputException(
          "%s has no column \"file\"; its columns are %s"
              .formatted(manifest, String.join(", ", parser.getHeaderNames())));
    }
    var rows = new ArrayList<CSVRecord>();
    for (var row : parser) {
      if (!row.isConsistent()) {
        throw new InputException(
            "%s, row %d: it has %d fields, the header has %d"
                .formatted(
                    manifest,
                    row.getRecordNumber() + 1,
                    row.size(),
                    parser.getHeaderNames().size()));
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw new InputException("%s names no file".formatted(manifest));
    }
    return new ManifestRows(manifest, rows);
  }

  private static String text(Path manifest) throws IOException {
    var text = Files.readString(manifest, StandardCharsets.UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** A field; empty when the column is missing or the field blank. */
  public static Optional<String> value(CSVRecord row, String column) {
    return row.isSet(column)
        ? Optional.of(row.get(column)).filter(value -> !value.isBlank())
        : Optional.empty();
  }

  /** Rows are counted as an editor shows them, the header being row 1. */
  public InputException wrong(CSVRecord row, String column, String what) {
    return new InputException(
        "%s, row %d, column %s: %s".formatted(manifest, row.getRecordNumber() + 1, column, what));
  }
}
