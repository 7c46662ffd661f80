package org.yuyin.web.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.yuyin.model.settings.SettingInfo;

/**
 * A setting as a field of a form.
 *
 * @param setting that it sets
 */
public record SettingField(SettingInfo setting) {
  /** Whether it is chosen from a list. */
  public boolean chosen() {
    return !choices().isEmpty();
  }

  /** The words to choose from; empty for numbers. */
  public List<String> choices() {
    return setting.type().equals("yes or no") ? List.of("true", "false") : setting.choices();
  }

  /** The usual value without needless digits: 1.0E-4 is 0.0001. */
  public String usual() {
    return setting.value() instanceof Double number
        ? plain(number)
        : String.valueOf(setting.value());
  }

  /** Smallest number that the browser lets through. */
  public Optional<String> min() {
    return bound(setting.min());
  }

  /** Largest number that the browser lets through. */
  public Optional<String> max() {
    return bound(setting.max());
  }

  /** Whole numbers step by one, others as they like. */
  public String step() {
    return setting.type().equals("whole number") ? "1" : "any";
  }

  private static Optional<String> bound(double bound) {
    return Double.isInfinite(bound) ? Optional.empty() : Optional.of(plain(bound));
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
