package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.HandoffRequest.Decision;
import org.manypaths.handoff.HandoffRequest.Onward;

/** Where no order stands: what is said to be none is none, and what is kept back looks like what is not there. */
class HandoffNoMedicineTest {

    private static final String STANCE = "Observation/rosa-stance-day-2";
    private static final String NO_ORDERS =
            "No orders of medicines are told here. That does not say that there are none: ask the person.";

    @Test
    void whatThePersonTakesFromElsewhereIsTold() {
        DocumentFacts facts = facts(withoutOrder().with(takes(MedicationStatementStatus.ACTIVE)));
        assertThat(facts.text("medicines"))
                .contains(
                        "The person takes Methadone from the opioid treatment programme (80 mg), as told on 10 January "
                                + "2026; no order for it is told here.",
                        NO_ORDERS)
                .doesNotContain("offered");
        assertThat(reason(facts)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "not-taken, does not take Methadone",
        "stopped, has stopped taking Methadone",
        "completed, took Methadone",
        "intended, means to take Methadone",
        "on-hold, has paused taking Methadone",
        "unknown, Whether the person takes Methadone"
    })
    void whatIsNotTakenIsNotToldAsTaken(String status, String words) {
        assertThat(facts(withoutOrder().with(takes(MedicationStatementStatus.fromCode(status))))
                        .text("medicines"))
                .contains(words)
                .doesNotContain("The person takes", "tells of taking");
    }

    @Test
    void whatWasEnteredInErrorIsNotTold() {
        assertThat(facts(withoutOrder().with(takes(MedicationStatementStatus.ENTEREDINERROR)))
                        .text("medicines"))
                .doesNotContain("Methadone");
    }

    @Test
    void theLatestThatIsToldOfAProductCounts() {
        MedicationStatement later = takes(MedicationStatementStatus.STOPPED);
        later.setId("MedicationStatement/rosa-later");
        later.setDateAssertedElement(new DateTimeType("2026-01-11"));
        assertThat(facts(withoutOrder()
                                .with(takes(MedicationStatementStatus.ACTIVE))
                                .with(later))
                        .text("medicines"))
                .contains("has stopped taking Methadone")
                .doesNotContain("The person takes");
    }

    @Test
    void theLatestStanceCounts() {
        Rosa willing = withoutOrder()
                .with(stance("early", "declined", "2026-01-06"))
                .with(stance("late", "willing-to-try", "2026-01-08"));
        assertThat(reason(facts(willing))).isEmpty();
        assertThat(facts(willing).text("medicines")).contains(NO_ORDERS).doesNotContain("declines for now", "offered");
        Rosa declined = withoutOrder()
                .with(stance("early", "willing-to-try", "2026-01-06"))
                .with(stance("late", "declined", "2026-01-08"));
        assertThat(reason(facts(declined))).contains("declined");
    }

    @Test
    void ofUseThatIsKeptBackNothingIsSaidToBeWithoutAMedicine() {
        Rosa open = onlyAlcoholFree(withoutOrder());
        assertThat(reason(facts(open))).contains("not-indicated");
        DocumentFacts narrow = facts(keepingBack("OPIOIDUD", onlyAlcoholFree(withoutOrder())));
        assertThat(reason(narrow)).isEmpty();
        assertThat(narrow.text("medicines")).contains(NO_ORDERS);
    }

    @Test
    void anOrderThatIsKeptBackLooksLikeNone() {
        MedicationRequest sertraline = new MedicationRequest();
        sertraline.setId("MedicationRequest/rosa-sertraline");
        sertraline
                .setStatus(MedicationRequestStatus.ACTIVE)
                .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                .setMedication(new CodeableConcept().setText("Sertraline 50 mg"))
                .setSubject(new Reference("Patient/rosa"));
        String none = facts(keepingBack("PSY", withoutOrder())).text("medicines");
        assertThat(facts(keepingBack("PSY", withoutOrder().with(marked(sertraline))))
                        .text("medicines"))
                .isEqualTo(none);
        assertThat(none).contains(NO_ORDERS).doesNotContain("offered");
    }

    @Test
    void aDoseThatIsKeptBackLooksLikeNone() {
        Rosa without = Rosa.story()
                .without("MedicationAdministration/rosa-dose-last", "MedicationAdministration/rosa-dose-first");
        Rosa kept = Rosa.story();
        List.of("rosa-dose-last", "rosa-dose-first")
                .forEach(dose -> kept.change(MedicationAdministration.class, dose, HandoffNoMedicineTest::marked));
        DocumentFacts none = facts(keepingBack("PSY", without));
        assertThat(facts(keepingBack("PSY", kept)).json()).isEqualTo(none.json());
        assertThat(none.text("medicines"))
                .contains("Last dose given: It is not told here; ask the person, or the number to verify.");
        assertThat(none.json()).doesNotContain("lastGivenUnknown", "withheld");
    }

    @Test
    void aDoseThatWasNotTakenWasNotGiven() {
        Rosa refused = Rosa.story();
        List.of("rosa-dose-last", "rosa-dose-first")
                .forEach(dose -> refused.change(
                        MedicationAdministration.class,
                        dose,
                        given -> given.setStatus(MedicationAdministration.MedicationAdministrationStatus.NOTDONE)));
        assertThat(facts(refused).text("medicines"))
                .contains("no dose under this order is recorded as given")
                .doesNotContain("it was given");
    }

    private static Rosa withoutOrder() {
        return Rosa.story()
                .without(STANCE)
                .change(
                        MedicationRequest.class,
                        "rosa-buprenorphine",
                        order -> order.setStatus(MedicationRequestStatus.CANCELLED));
    }

    /** Cannabis alone is told. */
    private static Rosa onlyAlcoholFree(Rosa story) {
        story.records()
                .removeIf(record -> record instanceof Observation observation
                        && observation
                                .getCode()
                                .hasCoding(Canonical.BASE + "/CodeSystem/ihrp-observation", "substance-use"));
        Observation cannabis = observation("cannabis", "substance-use", "2026-01-06");
        cannabis.addComponent()
                .setCode(coded("ihrp-assessment-part", "substance"))
                .setValue(coded("ihrp-substance", "cannabis"));
        return story.with(cannabis);
    }

    private static Rosa keepingBack(String label, Rosa story) {
        return story.change(Consent.class, "rosa-consent-riverside", consent -> consent.getProvision()
                        .addProvision()
                        .setType(ConsentProvisionType.DENY)
                        .addSecurityLabel(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", label, label)))
                .onward(new Onward(
                        Optional.of(new Decision("Practitioner/amina-haddad", Optional.empty())),
                        Optional.of("Practitioner/amina-haddad"),
                        Optional.of("Practitioner/marcus-bell")));
    }

    private static <R extends Resource> R marked(R record) {
        record.getMeta().addSecurity(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "PSY", "PSY"));
        return record;
    }

    private static MedicationStatement takes(MedicationStatementStatus status) {
        MedicationStatement statement = new MedicationStatement();
        statement.setId("MedicationStatement/rosa-methadone");
        statement
                .setStatus(status)
                .setMedication(new CodeableConcept().setText("Methadone from the opioid treatment programme"))
                .setSubject(new Reference("Patient/rosa"))
                .setDateAssertedElement(new DateTimeType("2026-01-10"))
                .addDosage()
                .setText("80 mg");
        return statement;
    }

    private static Observation stance(String id, String code, String day) {
        Observation stance = observation(id, "medication-buy-in", day);
        return stance.setValue(coded("ihrp-medication-buy-in", code));
    }

    private static Observation observation(String id, String code, String day) {
        Observation observation = new Observation();
        observation.setId("Observation/rosa-" + id);
        return observation
                .setStatus(Observation.ObservationStatus.FINAL)
                .setCode(coded("ihrp-observation", code))
                .setSubject(new Reference("Patient/rosa"))
                .setEffective(new DateTimeType(day));
    }

    private static CodeableConcept coded(String system, String code) {
        return new CodeableConcept(new Coding(Canonical.BASE + "/CodeSystem/" + system, code, code));
    }

    private static DocumentFacts facts(Rosa story) {
        return new DocumentFacts(story.document());
    }

    private static Optional<String> reason(DocumentFacts facts) {
        return Optional.ofNullable(facts.section("medicines")
                        .getExtensionByUrl(Canonical.BASE + "/StructureDefinition/ihrp-no-medicine"))
                .map(extension -> extension.getValue().primitiveValue());
    }
}
