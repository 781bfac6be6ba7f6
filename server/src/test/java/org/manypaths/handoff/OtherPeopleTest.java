package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.manypaths.handoff.gate.Passage;

class OtherPeopleTest {

    private static final String BASE = "https://care.example/fhir";

    private final Map<String, Resource> found = new LinkedHashMap<>();

    @Test
    void leavesThePersonAndWhatIsAboutThem() {
        add(new Patient(), "one");
        add(new Patient(), "other");
        add(new Goal().setSubject(new Reference("Patient/one")), "own");
        add(new Goal().setSubject(new Reference(BASE + "/Patient/one/_history/3")), "by-address");
        add(new Goal().setSubject(new Reference("Patient/other")), "theirs");
        add(new Goal().setSubject(new Reference("Group/several")), "of-a-group");
        takeOut();
        assertThat(found).containsOnlyKeys("Patient/one", "Goal/own", "Goal/by-address");
        assertThat(found.values()).noneMatch(OtherPeople::isCut);
    }

    @Test
    void takesThoseOutWhoTakePartForOthers() {
        add(new RelatedPerson().setPatient(new Reference("Patient/other")), "brother");
        add(new RelatedPerson().setPatient(new Reference("Patient/one")), "sister");
        Appointment visit = new Appointment();
        CareTeam team = new CareTeam().setSubject(new Reference("Patient/one"));
        for (String who : List.of(
                "Patient/one",
                "Patient/other",
                "RelatedPerson/brother",
                "RelatedPerson/sister",
                "Practitioner/nurse")) {
            visit.addParticipant().setActor(new Reference(who));
            team.addParticipant().setMember(new Reference(who));
        }
        add(visit, "group");
        add(team, "team");
        takeOut();
        assertThat(found).containsOnlyKeys("RelatedPerson/sister", "Appointment/group", "CareTeam/team");
        assertThat(visit.getParticipant())
                .extracting(participant -> participant.getActor().getReference())
                .containsExactly("Patient/one", "RelatedPerson/sister", "Practitioner/nurse");
        assertThat(team.getParticipant()).hasSize(3);
        assertThat(OtherPeople.isCut(visit)).isTrue();
    }

    @Test
    void leavesNoVisitOfOthersAlone() {
        Appointment visit = new Appointment();
        visit.addParticipant().setActor(new Reference("Patient/other"));
        add(visit, "theirs");
        takeOut();
        assertThat(found).isEmpty();
    }

    @Test
    void cutsReferencesWithTheirWordsUnlessTheyLeadToNobody() {
        Condition within = new Condition().setSubject(new Reference("Patient/other"));
        within.setId("theirs");
        Procedure procedure = new Procedure().setSubject(new Reference("Patient/one"));
        procedure.addContained(within);
        procedure.setText(new Narrative().setStatus(Narrative.NarrativeStatus.ADDITIONAL));
        procedure.addReasonReference(new Reference("#theirs").setDisplay("of another"));
        procedure.addReasonReference(new Reference("Condition/not-found").setDisplay("nobody knows of whom"));
        procedure.addReasonReference(
                new Reference("https://elsewhere.example/fhir/Condition/1").setDisplay("elsewhere"));
        procedure.setLocation(new Reference("Location/house").setDisplay("The house"));
        add(procedure, "own");
        takeOut();
        assertThat(procedure.getSubject().getReference()).isEqualTo("Patient/one");
        assertThat(procedure.getContained()).isEmpty();
        assertThat(procedure.hasText()).isFalse();
        assertThat(procedure.getReasonReference())
                .extracting(Reference::getDisplay)
                .containsExactly(null, null, "elsewhere");
        assertThat(procedure.getLocation().getDisplay()).isEqualTo("The house");
    }

    private void add(Resource record, String id) {
        record.setId(record.fhirType() + "/" + id);
        found.put(Passage.key(record), record);
    }

    private void takeOut() {
        OtherPeople.takeOut("one", found, BASE);
    }
}
