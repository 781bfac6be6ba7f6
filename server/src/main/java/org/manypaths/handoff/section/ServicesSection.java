package org.manypaths.handoff.section;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.conformance.Canonical;
import org.manypaths.narrative.FrequencySpeech;

/** Psychotherapy, complementary practices, peers, social support, and the skills that the person has. */
final class ServicesSection implements Section {

    private static final String TOPIC = Canonical.BASE + "/CodeSystem/ihrp-education-topic";
    private static final Set<ServiceRequestStatus> GOING_ON =
            EnumSet.of(ServiceRequestStatus.ACTIVE, ServiceRequestStatus.ONHOLD);

    /** What somebody only suggested, or could choose. */
    private static final Set<ServiceRequestIntent> THOUGHTS =
            EnumSet.of(ServiceRequestIntent.PROPOSAL, ServiceRequestIntent.OPTION);

    @Override
    public SectionCode code() {
        return SectionCode.SERVICES;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        Names names = new Names(chart);
        List<ServiceRequest> services = chart.holding(ServiceRequest.class)
                .filter(request -> GOING_ON.contains(request.getStatus()))
                .filter(request -> !THOUGHTS.contains(request.getIntent()))
                .filter(request -> !ReasonSection.isTransition(request))
                .toList();
        draft.grid(
                "What goes on",
                List.of("Kind", "What", "With", "How often", "Said to the person"),
                services.stream().map(service -> row(service, names)).toList());
        List<Observation> skills = chart.observations("self-management-skill");
        draft.grid(
                "Skills of the person",
                List.of("Skill", "Rated", "Confidence", "Used in life", "Told on"),
                skills.stream().map(ServicesSection::skill).toList());
        skills.forEach(skill -> new Voice(chart).quote(draft, skill.getNote()));
        List<Procedure> lessons = chart.holding(Procedure.class)
                .filter(procedure ->
                        procedure.getCode().getCoding().stream().anyMatch(coding -> TOPIC.equals(coding.getSystem())))
                .toList();
        draft.grid(
                "What was taught",
                List.of("Topic", "When"),
                lessons.stream()
                        .map(lesson -> List.of(Words.concept(lesson.getCode()), Words.time(lesson.getPerformed())))
                        .toList());
        draft.entries(services).entries(skills).entries(lessons);
        if (draft.isEmpty()) {
            draft.say("No therapy, practice or support is told here. Ask the person what helps.");
        }
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    private static List<String> row(ServiceRequest service, Names names) {
        return List.of(
                Words.joined(", ", service.getCategory().stream().map(Words::concept)),
                Words.concept(service.getCode()),
                names.all(service.getPerformer()),
                when(service.getOccurrence()),
                Optional.ofNullable(service.getPatientInstruction()).orElse(""));
    }

    private static String when(Type occurrence) {
        if (!(occurrence instanceof Timing timing)) {
            return Words.value(occurrence);
        }
        TimingRepeatComponent repeat = timing.getRepeat();
        String often = FrequencySpeech.of(repeat).orElseGet(() -> Words.concept(timing.getCode()));
        String from = repeat.hasBoundsPeriod() ? "from " + Words.time(repeat.getBoundsPeriod()) : "";
        return Words.joined(", ", Stream.of(often, from));
    }

    private static List<String> skill(Observation skill) {
        return List.of(
                UseSection.part(skill, "skill"),
                Words.value(skill.getValue()),
                UseSection.part(skill, "confidence"),
                UseSection.part(skill, "used-in-life"),
                Words.time(skill.getEffective()));
    }
}
