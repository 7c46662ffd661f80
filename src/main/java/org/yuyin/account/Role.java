package org.yuyin.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yuyin.storage.InputException;

/** What a user may do; each role may also do what those before it may. */
public enum Role {
  /** Looks at everything that is shown to all. */
  VIEWER,
  /** Judges, labels, and asks for music for ads of their own. */
  REVIEWER,
  /** Changes the catalogue, trains, and chooses what recommends. */
  TRAINER,
  /** Deletes, and says who may do what. */
  OWNER;

  /** As in the database, in forms and in options. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this role may do what another one may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The lower of two. */
  public Role atMost(Role other) {
    return includes(other) ? other : this;
  }

  /** By its key. */
  public static Role of(String key) {
    return Arrays.stream(values())
        .filter(role -> role.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "a role is one of %s, not \"%s\""
                        .formatted(
                            Arrays.stream(values())
                                .map(Role::key)
                                .collect(Collectors.joining(", ")),
                            key)));
  }
}
