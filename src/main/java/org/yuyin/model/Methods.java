package org.yuyin.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yuyin.storage.InputException;

/** The registry of methods. A new method adds its line in {@link #standard}. */
public final class Methods {
  private final Map<String, Method<?>> byName = new LinkedHashMap<>();

  /** Refuses two methods of one name. */
  public Methods(List<Method<?>> methods) {
    for (var method : methods) {
      if (byName.put(method.name(), method) != null) {
        throw new IllegalArgumentException("two methods are named " + method.name());
      }
    }
  }

  /** Every method of the program. */
  public static Methods standard() {
    var all = new ArrayList<Method<?>>(YuYinMethod.withAblations());
    all.add(new RandomMethod());
    all.add(new CcaMethod());
    all.add(new DccaMethod());
    all.add(new CevarMethod());
    all.add(new CbvmrMethod());
    all.add(new CmvaeMethod());
    all.add(new MrcmvMethod());
    all.add(new IiClvmMethod());
    all.add(new YuYinPlusMethod());
    return new Methods(all);
  }

  /** The method of that name; an unknown name is refused with the list of known ones. */
  public Method<?> named(String name) {
    var found = byName.get(name);
    if (found == null) {
      throw new InputException(
          "no method is named \"%s\"; there are %s"
              .formatted(name, String.join(", ", byName.keySet())));
    }
    return found;
  }

  /** All of them, in order of registration. */
  public Collection<Method<?>> all() {
    return java.util.Collections.unmodifiableCollection(byName.values());
  }
}
