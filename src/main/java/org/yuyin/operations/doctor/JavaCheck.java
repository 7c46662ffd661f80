package org.yuyin.operations.doctor;

import org.yuyin.retrieval.VectorIndex;

/** Java itself and the module that searches vectors several at a time. */
final class JavaCheck implements Check {
  @Override
  public String name() {
    return "java";
  }

  @Override
  public Finding look() {
    var java = "Java %s of %s".formatted(Runtime.version(), System.getProperty("java.vendor"));
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? Finding.ok(java + ", vector search runs on " + VectorIndex.kernel())
        : Finding.weak(
            java + " without jdk.incubator.vector: vector search is several times slower",
            "start it by scripts/yuyin, or with the options in scripts/jvm.flags");
  }
}
