package org.manypaths.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Value;

/** Who may do what in the server's code, so that a stranger finds each kind of thing in its one place. */
@AnalyzeClasses(packages = "org.manypaths", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String APP = "org.manypaths.app..";

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("org.manypaths.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule capabilitiesDoNotKnowTheApplication = noClasses()
            .that()
            .resideOutsideOfPackages("org.manypaths", APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP);

    @ArchTest
    static final ArchRule onlyProvidersHaveOperations = methods()
            .that()
            .areAnnotatedWith(Operation.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Provider")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyInterceptorsHaveHooks = methods()
            .that()
            .areAnnotatedWith(Hook.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Interceptor")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeAndIdsAreHandedIn = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("tests run with a fixed clock and fixed ids");

    @ArchTest
    static final ArchRule oneClassMakesTheFhirContext = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.manypaths.profiles.R4")
            .should()
            .callMethod(FhirContext.class, "forR4")
            .orShould()
            .callMethod(FhirContext.class, "forR4Cached")
            .because("a context costs seconds and half a gigabyte of allocation; the server shares one bean");

    @ArchTest
    static final ArchRule settingsComeAsRecords = noFields().should().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule theEnvironmentIsReadBySpringAlone = noClasses()
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule httpErrorsAreMadeAtTheEdge = noClasses()
            .that(not(assignableTo(BaseServerResponseException.class))
                    .and(not(simpleNameEndingWith("Provider")))
                    .and(not(simpleNameEndingWith("Interceptor")))
                    .and(not(simpleNameEndingWith("Translator"))))
            .should()
            .callConstructorWhere(target(
                    owner(assignableTo(BaseServerResponseException.class).and(resideInAPackage("ca.uhn.fhir..")))))
            .because("a rule says what is wrong in its own words; one place knows the status");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Helper|Manager|Util|Utils|Impl)")
            .because("such a name says nothing about the thing");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(resideInANullMarkedPackage());

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package annotated @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " lacks @NullMarked"));
            }
        };
    }
}
