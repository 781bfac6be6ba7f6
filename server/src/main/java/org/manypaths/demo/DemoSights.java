package org.manypaths.demo;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.address.PublicAddress;
import org.manypaths.conformance.Canonical;
import org.manypaths.startpage.Person;
import org.manypaths.startpage.Sight;
import org.manypaths.startpage.Sights;

/** The three commands that show what this server is for, and the people to look at. */
class DemoSights implements Sights {

    private final DemoStories stories;
    private final PublicAddress address;
    private final TokenCommandLine tokens;

    DemoSights(DemoStories stories, PublicAddress address, TokenCommandLine tokens) {
        this.stories = stories;
        this.address = address;
        this.tokens = tokens;
    }

    @Override
    public List<Sight> commands() {
        return List.of(
                new Sight(
                        "A whole plan: goals, medicine, psychotherapy, complementary care, peers",
                        curl() + "'" + address.fhirBase() + "/CarePlan?_id=" + plan()
                                + "&_include=CarePlan:goal&_include=CarePlan:activity-reference&_pretty=true'"),
                new Sight(
                        "Everybody who is now in preparation for alcohol",
                        curl() + "'" + address.fhirBase()
                                + "/Patient?_has:Observation:subject:substance-stage-current=alcohol$preparation"
                                + "&_pretty=true'"),
                new Sight(
                        "A refusal that says what would mend it: a plan for nobody",
                        curl() + "-X POST -H 'Content-Type: application/fhir+json' '" + address.fhirBase()
                                + "/CarePlan?_pretty=true' -d '" + planForNobody() + "'"));
    }

    @Override
    public List<Person> people() {
        return stories.resources(Patient.class).map(this::person).distinct().toList();
    }

    private Person person(Patient patient) {
        String id = patient.getIdElement().getIdPart();
        return new Person(
                name(patient).or(() -> stories.title(id)).orElse(id),
                stories.beginning(id).orElse(""),
                curl() + "'" + address.fhirBase() + "/Patient/" + id + "/$everything?_pretty=true'");
    }

    /** Somebody may not have told it. */
    private static Optional<String> name(Patient patient) {
        HumanName name = patient.getNameFirstRep();
        return Optional.ofNullable(name.hasText() ? name.getText() : name.getNameAsSingleString())
                .filter(words -> !words.isBlank());
    }

    /** As the programme that the people of the demo are with. */
    private String curl() {
        return "curl " + tokens.header(DemoClient.COUNSELLING) + " ";
    }

    private String plan() {
        return stories.resources(CarePlan.class)
                .map(plan -> plan.getIdElement().getIdPart())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("None of the demo people has a plan"));
    }

    private static String planForNobody() {
        return "{\"resourceType\":\"CarePlan\",\"status\":\"active\",\"intent\":\"plan\",\"meta\":{\"profile\":[\""
                + Canonical.BASE + "/StructureDefinition/ihrp-care-plan\"]}}";
    }
}
