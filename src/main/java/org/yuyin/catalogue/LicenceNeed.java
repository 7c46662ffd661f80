package org.yuyin.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an ad is to be shown, so which licences its music may have. Music whose licence is not
 * known fits as long as nothing is asked; music whose licence has ended never does.
 *
 * @param platform such as {@code tiktok}
 * @param territory a country by its two letters
 */
public record LicenceNeed(Optional<String> platform, Optional<String> territory) {
  private static final LicenceNeed NONE = new LicenceNeed(Optional.empty(), Optional.empty());

  public LicenceNeed {
    platform = platform.map(Licence::platform);
    territory = territory.map(Licence::territory);
  }

  /** Asks nothing. */
  public static LicenceNeed none() {
    return NONE;
  }

  /** Whether music with that licence may be used on a day. */
  public boolean isMetBy(Optional<Licence> licence, LocalDate day) {
    return licence.map(it -> isMetBy(it, day)).orElseGet(() -> equals(NONE));
  }

  private boolean isMetBy(Licence licence, LocalDate day) {
    return licence.holdsOn(day)
        && platform.map(licence::allowsPlatform).orElse(true)
        && territory.map(licence::allowsTerritory).orElse(true);
  }
}
