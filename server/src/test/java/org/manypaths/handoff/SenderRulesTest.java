package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.Caller;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentRecord.Lifecycle;
import org.manypaths.consent.RecipientKind;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Role;
import org.manypaths.security.Scopes;
import org.manypaths.security.Session;

class SenderRulesTest {

    private static final String EVERYTHING = "system/*.rs";

    @Test
    void letsTheOrganizationThatHandsOver() {
        assertThatCode(() -> check(Role.CLIENT, "house", Set.of(), EVERYTHING)).doesNotThrowAnyException();
        assertThatCode(() -> check(Role.CLIENT, "network", Set.of("house"), EVERYTHING))
                .doesNotThrowAnyException();
    }

    @Test
    void letsAnOperatorActForAnyOrganization() {
        assertThatCode(() -> check(Role.OPERATOR, "elsewhere", Set.of(), "")).doesNotThrowAnyException();
    }

    @Test
    void letsNobodyElse() {
        assertThatThrownBy(() -> check(Role.CLIENT, "elsewhere", Set.of(), EVERYTHING))
                .hasMessageContaining("handed over by The House");
        assertThatThrownBy(() -> SenderRules.check(Optional.empty(), record()))
                .hasMessageContaining("handed over by The House");
    }

    @Test
    void letsNoTokenThatSeesOnlyAPart() {
        assertThatThrownBy(() -> check(Role.CLIENT, "house", Set.of(), "system/CarePlan.rs system/Patient.rs"))
                .hasMessageContaining("all of Observation,");
        assertThatThrownBy(() ->
                        check(Role.CLIENT, "house", Set.of(), EVERYTHING.replace("*", "CarePlan") + " patient/*.rs"))
                .hasMessageContaining("all of Observation, Patient,");
        assertThatThrownBy(() -> check(
                        Role.CLIENT,
                        "house",
                        Set.of(),
                        "system/CarePlan.rs system/Patient.rs system/Observation.rs?category=survey"))
                .hasMessageContaining("all of Observation,");
    }

    @Test
    void filesNoTaskThatTheRecipientCouldNotSee() {
        assertThatCode(() -> requireSeen(Role.CLIENT, "house")).doesNotThrowAnyException();
        assertThatCode(() -> requireSeen(Role.OPERATOR, "elsewhere")).doesNotThrowAnyException();
        assertThatThrownBy(() -> requireSeen(Role.CLIENT, "network"))
                .hasMessageContaining("Organization/network")
                .hasMessageContaining("Hill Clinic could not see the Task");
        assertThatThrownBy(() -> SenderRules.requireSeen(Optional.empty(), consent(), "Hill Clinic"))
                .isInstanceOf(Refusal.class);
    }

    private static void requireSeen(Role role, String organization) {
        Session session = session(role, organization, Set.of("house"), EVERYTHING);
        SenderRules.requireSeen(Optional.of(session), consent(), "Hill Clinic");
    }

    private static ConsentRecord consent() {
        Lifecycle lifecycle =
                new Lifecycle(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        return new ConsentRecord("c", "person", Set.of("house"), lifecycle, Set.of(), List.of(), List.of(), Set.of());
    }

    private static void check(Role role, String organization, Set<String> programmes, String scopes) {
        SenderRules.check(Optional.of(session(role, organization, programmes, scopes)), record());
    }

    private static Session session(Role role, String organization, Set<String> programmes, String scopes) {
        return new Session(
                "client",
                role,
                new Caller(organization, RecipientKind.OTHER, Set.of(), programmes, Optional.empty()),
                Scopes.of(scopes),
                Optional.empty(),
                Optional.empty(),
                "token");
    }

    private static PersonRecord record() {
        CarePlan plan = new CarePlan();
        plan.setId("CarePlan/plan");
        Patient person = new Patient();
        person.setId("Patient/person");
        Organization house = new Organization().setName("The House");
        house.setId("Organization/house");
        return new PersonRecord(
                plan, person, house, house, List.of(plan, person, new Observation()), java.util.Set.of());
    }
}
