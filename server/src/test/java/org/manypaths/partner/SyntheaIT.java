package org.manypaths.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.PartnerBundle;

/**
 * Real input: people with a substance use disorder as Synthea makes them, each a transaction of hundreds to thousands of
 * entries. With {@code -Dsynthea.report=<page>} the tables of that page are written anew.
 */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIf(value = "org.manypaths.partner.SyntheaBundle#present", disabledReason = "../shared/synthea is not here")
class SyntheaIT extends PartnerIT {

    private static final String TAG = Canonical.BASE + "/CodeSystem/ihrp-validation|";

    private final List<SyntheaLoad> loads = new ArrayList<>();

    @BeforeAll
    void load() {
        SyntheaBundle.all().forEach(bundle -> loads.add(load(bundle)));
        Optional.ofNullable(System.getProperty("synthea.report"))
                .ifPresent(page -> SyntheaReport.write(loads, Path.of(page)));
    }

    @Test
    void storesEveryBundleWhole() {
        assertThat(loads).hasSizeGreaterThan(1).allSatisfy(load -> {
            assertThat(load.status()).isEqualTo(200);
            assertThat(load.answer().getEntry())
                    .hasSameSizeAs(load.bundle().content().getEntry())
                    .allMatch(entry -> entry.getResponse().getStatus().startsWith("20"));
        });
    }

    @Test
    void findsEverythingAboutEachPersonAgain() {
        assertThat(people()).allSatisfy(load -> {
            String person = person(load);
            load.bundle().types().forEach((type, count) -> {
                if (!List.of("Patient", "Device", "Medication", "Provenance").contains(type)) {
                    assertThat(count(type + "?patient=" + person)).as(type).isEqualTo(count.intValue());
                }
            });
        });
    }

    @Test
    void answersTheSearchesOfAPartner() {
        assertThat(people()).allSatisfy(load -> {
            String person = person(load);
            int recent = count("Observation?patient=" + person + "&category=laboratory&date=ge2024-01-01");
            int all = count("Observation?patient=" + person + "&category=laboratory");
            assertThat(recent).isLessThanOrEqualTo(all);
            assertThat(count("CarePlan?patient=" + person + "&category=assess-plan"))
                    .isEqualTo(load.bundle().count("CarePlan"));
            assertThat(found("CarePlan?patient=" + person + "&_include=CarePlan:care-team&_count=1&_sort=date"))
                    .anyMatch(reference -> reference.startsWith("CareTeam/"));
            assertThat(found("Patient?_id=" + person + "&_has:CarePlan:patient:status=active,completed"))
                    .containsExactly(person);
        });
    }

    @Test
    void findsTheInventedCodeByItsTag() {
        int invented = 0;
        for (SyntheaLoad load : people()) {
            String person = person(load);
            List<String> tagged = found("Observation?patient=" + person + "&_tag=" + TAG + "unknown-code");
            List<String> coded = found("Observation?patient=" + person + "&code=http://loinc.org|99999-0");
            assertThat(tagged).containsAll(coded);
            invented += coded.size();
        }
        assertThat(invented).isPositive();
    }

    @Test
    void tagsWhatClaimsAProfileThatIsNotHere() {
        String person = person(people().get(0));
        assertThat(count("Condition?patient=" + person + "&_tag=" + TAG + "unknown-profile"))
                .isEqualTo(count("Condition?patient=" + person))
                .isPositive();
    }

    @Test
    void refusesAHalfBadBundleWhole() {
        Bundle bad = smallest().content().copy();
        String number = PartnerBundle.newNumber();
        Patient person =
                (Patient) bad.getEntry().get(smallest().first("Patient")).getResource();
        person.addIdentifier().setSystem("https://partner.example/people").setValue(number);
        Observation broken = (Observation)
                bad.getEntry().get(smallest().first("Observation")).getResource();
        broken.setStatus(ObservationStatus.FINAL).setCode(null);
        HttpResponse<String> answer = send(Fhir.CONTEXT.newJsonParser().encodeResourceToString(bad));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Bundle.entry[" + smallest().first("Observation") + "]");
        assertThat(found("Patient?identifier=https://partner.example/people|" + number))
                .isEmpty();
    }

    private SyntheaLoad load(SyntheaBundle bundle) {
        long start = System.nanoTime();
        HttpResponse<String> answer = send(bundle.json());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(answer.statusCode())
                .as("%s: %.2000s", bundle.name(), answer.body())
                .isEqualTo(200);
        return new SyntheaLoad(bundle, answer.statusCode(), bundle(answer.body()), took);
    }

    private HttpResponse<String> send(String json) {
        return http().send(http().request("")
                .timeout(Duration.ofMinutes(20))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(json)));
    }

    private List<SyntheaLoad> people() {
        return loads.stream().filter(load -> load.bundle().isAboutAPerson()).toList();
    }

    private SyntheaBundle smallest() {
        return people().stream()
                .map(SyntheaLoad::bundle)
                .min(Comparator.comparing(bundle -> bundle.json().length()))
                .orElseThrow();
    }

    private static String person(SyntheaLoad load) {
        return load.stored(load.bundle().first("Patient"));
    }

    private int count(String query) {
        HttpResponse<String> answer = http().get("/" + typed(query) + "&_summary=count");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return bundle(answer.body()).getTotal();
    }
}
