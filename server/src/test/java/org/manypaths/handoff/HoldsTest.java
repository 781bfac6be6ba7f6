package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.testkit.Fhir;

class HoldsTest {

    @ParameterizedTest
    @CsvSource({
        "Procedure, status, completed, true",
        "Procedure, status, not-done, false",
        "Procedure, status, stopped, false",
        "Procedure, status, preparation, false",
        "MedicationDispense, status, completed, true",
        "MedicationDispense, status, declined, false",
        "MedicationDispense, status, in-progress, false",
        "MedicationStatement, status, active, true",
        "MedicationStatement, status, not-taken, false",
        "MedicationStatement, status, stopped, false",
        "MedicationAdministration, status, not-done, false",
        "RiskAssessment, status, final, true",
        "RiskAssessment, status, cancelled, false",
        "Observation, status, preliminary, true",
        "Observation, status, unknown, true",
        "Observation, status, registered, false",
        "ServiceRequest, status, active, true",
        "ServiceRequest, status, revoked, false",
        "CareTeam, status, suspended, false",
        "Goal, lifecycleStatus, rejected, false",
        "Goal, lifecycleStatus, completed, true"
    })
    void byItsStatus(String type, String element, String code, boolean holds) {
        assertThat(Holds.isSo(record(type, element, "\"" + code + "\""))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "AllergyIntolerance, refuted, false",
        "AllergyIntolerance, unconfirmed, true",
        "Condition, refuted, false",
        "Condition, provisional, true"
    })
    void byHowSureItIs(String type, String code, boolean holds) {
        Resource record = verified(type, code);
        assertThat(Holds.isSo(record)).isEqualTo(holds);
        assertThat(Holds.isVoid(record)).isNotEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"Observation", "Procedure", "MedicationRequest", "Encounter", "QuestionnaireResponse", "Appointment"})
    void neverWhereItWasEnteredInError(String type) {
        assertThat(Holds.isSo(record(type, "status", "\"entered-in-error\""))).isFalse();
        assertThat(Holds.isSo(verified("Condition", "entered-in-error"))).isFalse();
        assertThat(Holds.isSo(new Goal())).as("it says nothing of itself").isTrue();
    }

    @Test
    void neverAsARequestThatForbids() {
        Resource record = parse("{\"resourceType\":\"ServiceRequest\",\"status\":\"active\",\"doNotPerform\":true}");
        assertThat(Holds.isSo(record)).isFalse();
    }

    @Test
    void whileItsTimeRuns() {
        CareTeam team = new CareTeam().setStatus(CareTeam.CareTeamStatus.ACTIVE);
        team.setPeriod(period("2026-01-09", "2026-01-11"));
        assertThat(Holds.at(team, OffsetDateTime.parse("2026-01-11T23:59:00-05:00")))
                .isTrue();
        assertThat(Holds.at(team, OffsetDateTime.parse("2026-01-12T00:00:00-05:00")))
                .isFalse();
        assertThat(Holds.at(team, OffsetDateTime.parse("2026-01-08T12:00:00-05:00")))
                .isFalse();
        assertThat(Holds.during(new Period(), OffsetDateTime.parse("2026-01-08T12:00:00-05:00")))
                .isTrue();
    }

    static Period period(String start, String end) {
        return new Period().setStartElement(new DateTimeType(start)).setEndElement(new DateTimeType(end));
    }

    private static Resource verified(String type, String code) {
        return record(type, "verificationStatus", "{\"coding\":[{\"code\":\"" + code + "\"}]}");
    }

    private static Resource record(String type, String element, String value) {
        return parse("{\"resourceType\":\"" + type + "\",\"" + element + "\":" + value + "}");
    }

    private static Resource parse(String json) {
        return (Resource) Fhir.CONTEXT.newJsonParser().parseResource(json);
    }
}
