package org.yuyin.account;

import java.util.Arrays;
import java.util.Locale;

/** What the audit log tells of. */
public enum Deed {
  SIGNED_IN,
  SIGN_IN_REFUSED,
  SIGNED_OUT,
  SIGNED_OUT_EVERYWHERE,
  USER_ADDED,
  ROLE_CHANGED,
  USER_DISABLED,
  USER_ENABLED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  TOKEN_CREATED,
  TOKEN_REVOKED,
  /** Any other request that changes something; its status says how it went. */
  REQUEST;

  /** As in the database, and at the end of its phrase's key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Deed of(String key) {
    return Arrays.stream(values()).filter(deed -> deed.key().equals(key)).findFirst().orElseThrow();
  }
}
