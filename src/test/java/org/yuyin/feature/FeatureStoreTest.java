package org.yuyin.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.storage.PostgresExtension;

class FeatureStoreTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final ExtractorInfo FIRST = info(1);
  private static final ExtractorInfo SECOND = info(2);
  private static final String A = ItemKey.ofTag("a");
  private static final String B = ItemKey.ofTag("b");

  private final FeatureStore store = new FeatureStore(postgres.pool());

  @BeforeEach
  void emptyTheTable() {
    postgres.pool().query("TRUNCATE feature").execute().await();
  }

  @Test
  void vectorsComeBackBitForBitUnderTheirItem() {
    var odd = new float[] {Float.MIN_VALUE, -0f, 1f / 3};
    store.put(FIRST, Map.of(A, odd, B, new float[] {1, 2, 3})).await();
    var found = store.vectors(FIRST, List.of(A, B, ItemKey.ofTag("c"))).await();
    assertThat(found).containsOnlyKeys(A, B);
    assertThat(found.get(A)).containsExactly(odd);
  }

  @Test
  void anotherVersionIsAnotherVector() {
    store.put(FIRST, Map.of(A, new float[] {1, 1, 1})).await();
    assertThat(store.present(SECOND, List.of(A)).await()).isEmpty();
    assertThat(store.present(FIRST, List.of(A, B)).await()).containsExactly(A);
  }

  @Test
  void storingAgainChangesNothing() {
    store.put(FIRST, Map.of(A, new float[] {1, 1, 1})).await();
    store.put(FIRST, Map.of(A, new float[] {2, 2, 2}, B, new float[] {3, 3, 3})).await();
    var found = store.vectors(FIRST, List.of(A, B)).await();
    assertThat(found.get(A)).containsExactly(1, 1, 1);
    assertThat(found.get(B)).containsExactly(3, 3, 3);
  }

  @Test
  void aVectorOfTheWrongWidthIsRefused() {
    assertThatThrownBy(() -> store.put(FIRST, Map.of(A, new float[2])))
        .hasMessageContaining("net version 1 gives 3 values, got 2");
  }

  @Test
  void manyGoInOneCall() {
    var many = new HashMap<String, float[]>();
    for (int i = 0; i < 3000; i++) {
      many.put(ItemKey.ofTag("item " + i), new float[] {i, i, i});
    }
    store.put(FIRST, many).await();
    var found = store.vectors(FIRST, many.keySet()).await();
    assertThat(found).hasSize(3000);
    assertThat(found.get(ItemKey.ofTag("item 2999"))).containsExactly(2999, 2999, 2999);
  }

  private static ExtractorInfo info(int version) {
    return new ExtractorInfo("net", version, Modality.VIDEO, 3, "test", "no weights", false);
  }
}
