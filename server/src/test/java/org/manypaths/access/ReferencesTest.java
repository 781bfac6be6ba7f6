package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reference that is not met here is one that leaks: it may stand wherever FHIR lets an extension stand. */
class ReferencesTest {

    @Test
    void meetsEveryReferenceWhereverItStands() {
        Goal goal = new Goal();
        goal.setLifecycleStatus(GoalLifecycleStatus.ACTIVE).setSubject(new Reference("Patient/subject"));
        goal.setLanguage("en");
        referring(goal.getLifecycleStatusElement(), "Basic/of-a-code");
        referring(goal.getLanguageElement(), "Basic/of-the-language");
        goal.addExtension("http://example.org/x", new Reference("Basic/of-the-record"));
        Coding coding = goal.addCategory()
                .addCoding()
                .setSystem("http://example.org")
                .setVersion("1")
                .setCode("a")
                .setDisplay("A")
                .setUserSelected(true);
        referring(coding.getSystemElement(), "Basic/of-the-system");
        referring(coding.getVersionElement(), "Basic/of-the-version");
        referring(coding.getCodeElement(), "Basic/of-the-coded");
        referring(coding.getDisplayElement(), "Basic/of-the-display");
        referring(coding.getUserSelectedElement(), "Basic/of-the-choice");
        referring(coding, "Basic/of-the-coding");
        referring(goal.getCategoryFirstRep(), "Basic/of-the-concept");
        referring(goal.addTarget(), "Basic/of-the-target");
        referring(goal.getMeta().addSecurity().setCode("R"), "Basic/of-the-label");
        Coding silent = goal.getMeta().addTag();
        referring(silent.getDisplayElement(), "Basic/of-no-words");
        Patient contained = new Patient();
        contained.setManagingOrganization(new Reference("Organization/contained"));
        goal.addContained(contained);
        List<String> met = new ArrayList<>();
        References.visit(goal, reference -> met.add(reference.getReference()));
        assertThat(met)
                .containsExactlyInAnyOrder(
                        "Patient/subject",
                        "Basic/of-a-code",
                        "Basic/of-the-language",
                        "Basic/of-the-record",
                        "Basic/of-the-system",
                        "Basic/of-the-version",
                        "Basic/of-the-coded",
                        "Basic/of-the-display",
                        "Basic/of-the-choice",
                        "Basic/of-the-coding",
                        "Basic/of-the-concept",
                        "Basic/of-the-target",
                        "Basic/of-the-label",
                        "Basic/of-no-words",
                        "Organization/contained");
    }

    @Test
    void leavesNoInputOrOutputWithoutAValue() {
        Task task = new Task();
        Reference visit = new Reference("Appointment/hidden");
        task.addOutput().setType(new CodeableConcept().setText("First visit")).setValue(visit);
        task.addInput().setType(new CodeableConcept().setText("Document")).setValue(new Reference("Basic/shown"));
        References.forget(visit);
        References.prune(task);
        assertThat(task.getOutput()).isEmpty();
        assertThat(task.getInput()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://Care.example:80/fhir/Goal/1, Goal/1",
        "https://care.example/fhir//Goal/1/_history/2, Goal/1/_history/2",
        "http://care.example/other/Goal/1, http://care.example/other/Goal/1",
        "http://care.example.elsewhere/fhir/Goal/1, http://care.example.elsewhere/fhir/Goal/1",
        "https://elsewhere.example/fhir/Goal/1, https://elsewhere.example/fhir/Goal/1",
        "Goal/1, Goal/1",
        "#a, #a",
        "urn:uuid:1, urn:uuid:1"
    })
    void takesTheAddressOfTheServerAway(String written, String local) {
        Goal goal = new Goal().addAddresses(new Reference(written));
        References.localize(goal, "http://care.example/fhir");
        assertThat(goal.getAddressesFirstRep().getReference()).isEqualTo(local);
    }

    private static void referring(Element element, String reference) {
        element.addExtension(new Extension("http://example.org/refers", new Reference(reference)));
    }
}
