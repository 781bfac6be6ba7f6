package org.manypaths.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ca.uhn.fhir.context.FhirContext;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What keeps the tests quick and repeatable. */
@AnalyzeClasses(packages = "org.manypaths", importOptions = OnlyIncludeTests.class)
class TestArchitectureTest {

    @ArchTest
    static final ArchRule oneClassMakesTheFhirContext = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.manypaths.testkit.Fhir")
            .should()
            .callMethod(FhirContext.class, "forR4")
            .orShould()
            .callMethod(FhirContext.class, "forR4Cached");

    @ArchTest
    static final ArchRule testsWaitForConditions = noClasses()
            .that()
            .resideOutsideOfPackage("org.manypaths.testkit")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a sleep is too long on one machine and too short on another");
}
