package org.yuyin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.storage.InputException;

class LicenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  private static Optional<Licence> licence(String... namesAndValues) {
    var written = new java.util.HashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      written.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Licence.parse(name -> Optional.ofNullable(written.get(name)));
  }

  private static LicenceNeed need(String platform, String territory) {
    return new LicenceNeed(
        Optional.of(platform).filter(it -> !it.isEmpty()),
        Optional.of(territory).filter(it -> !it.isEmpty()));
  }

  @ParameterizedTest
  @CsvSource({
    "TikTok, DE, true",
    "tiktok, '', true",
    "'', cn, true",
    "youtube, '', false",
    "'', FR, false",
    "tiktok, FR, false",
    "'', '', true",
  })
  void allowsWhatItNames(String platform, String territory, boolean fits) {
    var known = licence("platforms", "Tiktok; taobao", "territories", "de,CN");
    assertThat(need(platform, territory).isMetBy(known, TODAY)).isEqualTo(fits);
  }

  @Test
  void namingNothingAllowsEverything() {
    for (var free : java.util.List.of("all", "*")) {
      assertThat(need("x", "FR").isMetBy(licence("platforms", free, "territories", "world"), TODAY))
          .isTrue();
    }
    assertThat(need("x", "FR").isMetBy(licence("terms", "CC BY 4.0"), TODAY)).isTrue();
  }

  @Test
  void anUnknownLicenceFitsOnlyWhereNothingIsAsked() {
    assertThat(licence()).isEmpty();
    assertThat(LicenceNeed.none().isMetBy(licence(), TODAY)).isTrue();
    assertThat(need("tiktok", "").isMetBy(licence(), TODAY)).isFalse();
    assertThat(need("", "DE").isMetBy(licence(), TODAY)).isFalse();
  }

  @Test
  void holdsFromTheFirstDayToTheLast() {
    var known = licence("from", "2026-06-15", "until", "2026-06-15");
    assertThat(LicenceNeed.none().isMetBy(known, TODAY)).isTrue();
    assertThat(LicenceNeed.none().isMetBy(known, TODAY.minusDays(1))).isFalse();
    assertThat(LicenceNeed.none().isMetBy(known, TODAY.plusDays(1))).isFalse();
  }

  @Test
  void saysWhatIsWrong() {
    var wrong =
        Map.of(
            "territories", "a country's two letters such as DE or CN",
            "from", "from is a day such as 2027-12-31",
            "until", "until is a day such as 2027-12-31");
    wrong.forEach(
        (name, told) ->
            assertThatThrownBy(() -> licence(name, "Germany"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(told)
                .hasMessageContaining("Germany"));
    assertThatThrownBy(() -> licence("from", "2027-01-01", "until", "2026-01-01"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("never holds");
  }
}
