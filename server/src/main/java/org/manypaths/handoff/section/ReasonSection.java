package org.manypaths.handoff.section;

import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.manypaths.conformance.Canonical;

/** Why the care goes on elsewhere, what is needed there, and by when. */
final class ReasonSection implements Section {

    private static final String MODALITY = Canonical.BASE + "/CodeSystem/ihrp-modality";
    private static final Set<ServiceRequestStatus> OVER =
            EnumSet.of(ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR);

    @Override
    public SectionCode code() {
        return SectionCode.REASON;
    }

    @Override
    public SectionContent write(Chart chart) {
        Chart.Letter letter = chart.letter();
        SectionContent.Draft draft = SectionContent.draft();
        draft.say(letter.sender().getName() + " hands the care of "
                + Words.name(letter.person().getName()) + " over to "
                + letter.recipient().getName() + ", as of " + Words.minute(chart.asOf()) + ".");
        ended(chart, draft);
        stay(chart, draft);
        List<ServiceRequest> requests = transitions(chart);
        requests.forEach(request -> draft.say("Asked for: " + asked(request)));
        chart.courses().stream()
                .filter(chart::mustGoOn)
                .forEach(course -> draft.say(SupplyWords.needed(chart.medicine(course.order()), course, chart.asOf())));
        if (requests.isEmpty()) {
            draft.say(
                    letter.opensRequest()
                            ? "The request to take over is opened together with this document; what the plan asks for "
                                    + "stands in the sections below."
                            : "No request to take over is told here as of this moment; what the plan asks for stands in "
                                    + "the sections below.");
        }
        draft.entries(requests).entry(letter.plan()).entry(letter.recipient()).entry(letter.sender());
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    static boolean isTransition(ServiceRequest request) {
        return request.getCategory().stream().anyMatch(category -> category.hasCoding(MODALITY, "transition"));
    }

    private static List<ServiceRequest> transitions(Chart chart) {
        String recipient = chart.letter().recipient().getIdElement().getIdPart();
        return chart.all(ServiceRequest.class)
                .filter(ReasonSection::isTransition)
                .filter(request -> !OVER.contains(request.getStatus()))
                .filter(request -> request.getPerformer().stream()
                        .map(performer -> performer.getReferenceElement().getIdPart())
                        .anyMatch(recipient::equals))
                .toList();
    }

    /** A plan that was over at the moment told of is history: another may have come in its place. */
    private static void ended(Chart chart, SectionContent.Draft draft) {
        CarePlan plan = chart.letter().plan();
        Date end = plan.getPeriod().getEnd();
        if (plan.getStatus() == CarePlanStatus.COMPLETED
                && (end == null || end.toInstant().isBefore(chart.asOf().toInstant()))) {
            draft.say("This plan has ended"
                    + (end == null ? "" : ", on " + Words.time(plan.getPeriod().getEndElement()))
                    + ". Ask which plan stands now.");
        }
    }

    private static void stay(Chart chart, SectionContent.Draft draft) {
        CarePlan plan = chart.letter().plan();
        for (Encounter encounter : chart.find(List.of(plan.getEncounter()), Encounter.class)) {
            draft.say("The stay: " + Words.time(encounter.getPeriod()) + ".").entry(encounter);
            List<Reference> episodes = encounter.getEpisodeOfCare();
            draft.entries(chart.find(episodes, EpisodeOfCare.class));
        }
    }

    private static String asked(ServiceRequest request) {
        return Words.joined(
                        "; ",
                        Stream.of(
                                Words.concept(request.getCode()),
                                request.hasOccurrence() ? "from " + Words.value(request.getOccurrence()) : "",
                                request.getPatientInstruction()))
                + ".";
    }
}
