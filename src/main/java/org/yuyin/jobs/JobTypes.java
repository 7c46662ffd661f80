package org.yuyin.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registry of job types; only {@code app} sees them all. */
public final class JobTypes {
  private final Map<String, JobType> byName = new LinkedHashMap<>();

  /** Refuses two types of one name. */
  public JobTypes(List<? extends JobType> types) {
    for (var type : types) {
      if (byName.put(type.name(), type) != null) {
        throw new IllegalArgumentException("two job types are named " + type.name());
      }
    }
  }

  String[] names() {
    return byName.keySet().toArray(String[]::new);
  }

  JobType named(String name) {
    var found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no job type is named " + name);
    }
    return found;
  }
}
