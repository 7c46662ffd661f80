package org.yuyin.catalogue;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yuyin.storage.InputException;

/**
 * What somebody wants to be merged differently.
 *
 * @param kind what is to happen
 * @param subject the fine category that moves, or the merged category that gets another name
 * @param into the merged category afterwards; blanks at its ends and doubled ones are taken away
 */
public record MergeChange(Kind kind, String subject, String into) {
  /** The longest name of a merged category, in characters. */
  public static final int LONGEST = 60;

  /** What can be done. */
  public enum Kind {
    /** One fine category is merged into another merged category, which may be new. */
    MOVE,
    /** A merged category gets another name and keeps all that is in it. */
    RENAME
  }

  public MergeChange {
    into = into.strip().replaceAll("\\s+", " ");
    if (into.isEmpty()) {
      throw new InputException("a merged category needs a name; the field is empty");
    }
    if (into.codePointCount(0, into.length()) > LONGEST) {
      throw new InputException(
          "the name of a merged category has at most %d characters, this one has %d"
              .formatted(LONGEST, into.codePointCount(0, into.length())));
    }
    if (into.codePoints().anyMatch(Character::isISOControl)) {
      throw new InputException("the name of a merged category has only characters that print");
    }
  }

  /**
   * The fine categories that it moves, of those that there are.
   *
   * @throws InputException when it cannot be done, or would do nothing
   */
  List<FineCategory> moved(List<FineCategory> all) {
    var moved = all.stream().filter(this::moves).toList();
    if (moved.isEmpty()) {
      throw new InputException(
          "there is no %s \"%s\"; it may have changed in the meantime, so look at the page again"
              .formatted(kind == Kind.MOVE ? "category" : "merged category", subject));
    }
    var now = moved.getFirst().merged();
    if (now.equals(into)) {
      throw new InputException(
          kind == Kind.MOVE
              ? "\"%s\" is merged into \"%s\" already".formatted(subject, into)
              : "\"%s\" is called that already".formatted(into));
    }
    namesake(all.stream().map(FineCategory::merged).toList())
        .ifPresent(
            name -> {
              throw new InputException(mistaken(name));
            });
    return moved;
  }

  private boolean moves(FineCategory category) {
    return subject.equals(kind == Kind.MOVE ? category.name() : category.merged());
  }

  /** A merged category that would be taken for this one. */
  private Optional<String> namesake(Collection<String> merged) {
    return merged.stream()
        .filter(name -> folded(name).equals(folded(into)))
        .filter(name -> !name.equals(kind == Kind.MOVE ? into : subject))
        .findFirst();
  }

  private String mistaken(String name) {
    return kind == Kind.MOVE
        ? "there is a merged category \"%s\" already; choose it, or a name that is not the same but for"
                .formatted(name)
            + " capital letters"
        : "there is a merged category \"%s\" already; choose another name, or merge the categories of"
                .formatted(name)
            + " \"%s\" into it one by one".formatted(subject);
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }
}
