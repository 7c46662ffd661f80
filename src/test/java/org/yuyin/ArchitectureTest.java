package org.yuyin;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;

/** Data flows one way: a package uses only what is upstream of it. See docs/architecture.md. */
@AnalyzeClasses(packages = "org.yuyin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** From the lowest to the highest; each may use those before it. */
  private static final List<String> FLOW =
      List.of(
          "storage",
          "account",
          "jobs",
          "media",
          "catalogue",
          "feature",
          "dataset",
          "model",
          "training",
          "evaluation",
          "retrieval",
          "review",
          "operations",
          "web",
          "app");

  @ArchTest
  static void packagesUseOnlyWhatIsUpstream(com.tngtech.archunit.core.domain.JavaClasses classes) {
    var downstream = new ArrayList<>(FLOW);
    for (var name : FLOW) {
      downstream.remove(name);
      if (downstream.isEmpty()) {
        break;
      }
      var forbidden =
          downstream.stream().map(other -> "org.yuyin." + other + "..").toArray(String[]::new);
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("org.yuyin." + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden)
          .allowEmptyShould(true)
          .because(name + " is upstream of them")
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.yuyin.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      ArchRuleDefinition.noClasses()
          .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.yuyin.app..")))
          .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS)
          .because("results are printed by commands; everything else logs or reports progress");
}
