package org.yuyin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.catalogue.MergeChange.Kind;
import org.yuyin.catalogue.MergePreview.Line;
import org.yuyin.catalogue.MergePreview.Size;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;

/** How people change what categories are merged into. */
class CategoriesTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final Categories categories = new Categories(POSTGRES.pool());

  /** Food with 3 ads of which 2 are kept, tea with 1, shoes with 2; hats without any. */
  @BeforeEach
  void fill() {
    run("TRUNCATE category, ad, merged_rename CASCADE");
    run(
        """
        INSERT INTO category VALUES ('food', 'groceries', 'paper'), ('tea', 'groceries', 'manifest'),
          ('shoes', 'Clothing', 'paper'), ('hats', 'Clothing', 'folder')
        """);
    for (var category : List.of("food", "food", "tea", "shoes", "shoes")) {
      addAd(category, "included");
    }
    POSTGRES
        .pool()
        .preparedQuery(
            """
            INSERT INTO ad (collection, name, source, category, state, exclusion)
            VALUES ('c', 'left', 'left', $1, 'excluded', 'silent')
            """)
        .execute(Tuple.of("food"))
        .await();
    addAd("tea", "uploaded");
  }

  private static void addAd(String category, String state) {
    POSTGRES
        .pool()
        .preparedQuery(
            """
            INSERT INTO ad (collection, name, source, category, state)
            VALUES ('c', 'a', 'a', $1, $2)
            """)
        .execute(Tuple.of(category, state))
        .await();
  }

  private static void run(String statement) {
    POSTGRES.pool().query(statement).execute().await();
  }

  private Map<String, String> merged() {
    return categories.all().await().stream()
        .collect(Collectors.toMap(FineCategory::name, FineCategory::merged));
  }

  private static MergeChange move(String category, String into) {
    return new MergeChange(Kind.MOVE, category, into);
  }

  private static MergeChange rename(String merged, String to) {
    return new MergeChange(Kind.RENAME, merged, to);
  }

  @Test
  void previewTellsWhatMovesAndChangesNothing() {
    var before = categories.all().await();
    var preview = categories.preview(move("food", "  Meals \t out ")).await();
    assertThat(preview.moved()).containsExactly("food");
    assertThat(preview.found()).isEqualTo(3);
    assertThat(preview.kept()).isEqualTo(2);
    assertThat(preview.lines())
        .containsExactly(
            new Line("Meals out", new Size(0, 0, 0), new Size(1, 3, 2)),
            new Line("groceries", new Size(2, 4, 3), new Size(1, 1, 1)));
    assertThat(preview.lines().getFirst().appears()).isTrue();
    assertThat(preview.lines().getLast().vanishes()).isFalse();
    assertThat(categories.all().await()).isEqualTo(before);
  }

  @Test
  void whatIsAppliedIsWhatWasShown() {
    var shown = categories.preview(move("tea", "Clothing")).await();
    assertThat(categories.apply(move("tea", "Clothing")).await()).isEqualTo(shown);
    assertThat(merged()).containsEntry("tea", "Clothing").containsEntry("food", "groceries");
    assertThat(categories.all().await())
        .filteredOn(FineCategory::byHand)
        .extracting(FineCategory::name)
        .containsExactly("tea");
  }

  @Test
  void renamedCategoryKeepsAllThatIsInIt() {
    var done = categories.apply(rename("Clothing", "clothing")).await();
    assertThat(done.lines()).extracting(Line::vanishes).containsExactly(true, false);
    assertThat(merged()).containsEntry("shoes", "clothing").containsEntry("hats", "clothing");
  }

  @Test
  void lastCategoryThatLeavesTakesTheMergedOneWithIt() {
    categories.apply(move("tea", "Clothing")).await();
    var last = categories.preview(move("food", "Clothing")).await();
    assertThat(last.lines()).extracting(Line::vanishes).containsExactly(false, true);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "MOVE,   food,     '  ',       needs a name",
        "MOVE,   food,     none,       at most 60 characters",
        "MOVE,   food,     groceries,  is merged into \"groceries\" already",
        "MOVE,   food,     clothing,   already; choose it",
        "MOVE,   food,     ' Ｃlothing', already; choose it",
        "MOVE,   nothing,  Clothing,   there is no category \"nothing\"",
        "RENAME, groceries, groceries, is called that already",
        "RENAME, groceries, CLOTHING,  there is a merged category \"Clothing\" already",
        "RENAME, nothing,  other,      there is no merged category \"nothing\"",
        "RENAME, groceries, \"\u0007bell\", characters that print"
      })
  void badNamesAreRefusedWithTheReason(Kind kind, String subject, String into, String why) {
    var name = into == null ? "x".repeat(MergeChange.LONGEST + 1) : into;
    assertThatThrownBy(() -> categories.apply(new MergeChange(kind, subject, name)).await())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(why);
    assertThat(merged()).containsEntry("food", "groceries").containsEntry("shoes", "Clothing");
  }
}
