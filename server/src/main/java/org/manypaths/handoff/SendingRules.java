package org.manypaths.handoff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.consent.ConsentState;
import org.manypaths.handoff.HandoffAssembler.Selection;
import org.manypaths.handoff.gap.Gap;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.section.GapWords;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/** What has to be right, or settled by a person, before a handoff goes. Everything that is missing is told at once. */
final class SendingRules {

    private SendingRules() {}

    static void check(HandoffRequest request, PersonRecord record, Selection selection) {
        consent(request, selection.passage());
        if (!selection.passage().lets(record.plan())) {
            throw HandoffCode.NOTHING_MAY_GO.refusal(
                    "Nothing lets this plan go from " + record.sender().getName() + " to "
                            + record.recipient().getName() + " for this purpose.",
                    "Ask the person for a consent that names both, the purpose and what may be told.");
        }
        List<Issue> unsettled = new ArrayList<>(keptBack(request, record, selection));
        unsettled.addAll(gap(request, record, selection));
        if (!unsettled.isEmpty()) {
            throw new Refusal(HandoffCode.GAP.status(), unsettled);
        }
    }

    private static void consent(HandoffRequest request, Passage passage) {
        if (request.consent().isEmpty()) {
            return;
        }
        ConsentState state = passage.named()
                .orElseThrow(() -> HandoffCode.CONSENT_UNKNOWN.about(
                        "consent",
                        "The consent that the handoff should rest on is none of this person.",
                        "Name a consent of the person, or leave the parameter out."));
        if (state != ConsentState.IN_FORCE) {
            throw HandoffCode.CONSENT_NOT_IN_FORCE.about(
                    "consent",
                    "The consent that the handoff should rest on is not in force: it is "
                            + state.name().toLowerCase(Locale.ROOT) + ".",
                    "Ask the person for a new one.");
        }
    }

    /** The sender knows the person and sees what stays here; the receiver learns nothing of it. */
    private static List<Issue> keptBack(HandoffRequest request, PersonRecord record, Selection selection) {
        if (request.onward().decision().isPresent()) {
            return List.of();
        }
        return Arrays.stream(SafetyFact.values())
                .flatMap(fact -> issue(fact, request, record, selection).stream())
                .toList();
    }

    private static Optional<Issue> issue(
            SafetyFact fact, HandoffRequest request, PersonRecord record, Selection selection) {
        List<String> records = selection.keptBack().stream()
                .filter(kept -> fact.isIn(kept, request.asOf(), reference -> named(record, reference)))
                .map(Passage::key)
                .toList();
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(HandoffCode.SAFETY_FACT_KEPT_BACK.issue(
                        "The consent keeps back " + fact.words() + " (" + fact.code() + "): "
                                + String.join(", ", records) + ".",
                        "Ask the person again. Either they sign a consent that tells it, or send once more with "
                                + "decision=keep-back and decision-by."));
    }

    private static Optional<Resource> named(PersonRecord record, Reference reference) {
        return record.find(String.valueOf(
                reference.getReferenceElement().toUnqualifiedVersionless().getValue()));
    }

    private static List<Issue> gap(HandoffRequest request, PersonRecord record, Selection selection) {
        List<Resource> known = Stream.concat(selection.travelling().stream(), selection.keptBack().stream())
                .toList();
        if (!(GapReader.read(known, request.asOf(), request.recipient()) instanceof Gap.Open open)) {
            return List.of();
        }
        List<Issue> issues = new ArrayList<>();
        if (request.onward().gapAcknowledgedBy().isEmpty()) {
            issues.add(HandoffCode.GAP.issue(
                    GapWords.toTheSender(open, request.asOf()),
                    "Bridge it: hand over more, or book an earlier visit; the receiving organization, or somebody or a "
                            + "place of it, is a participant of the Appointment. A supply says for how long it is in h, d, "
                            + "wk or mo. Otherwise send with gap-acknowledged-by and outreach-owner."));
        } else if (request.onward().outreachOwner().isEmpty()) {
            issues.add(HandoffCode.OUTREACH_MISSING.issue(
                    GapWords.toTheSender(open, request.asOf()) + " Nobody is named who looks for the person.",
                    "Name an outreach-owner: they have deadlines 24, 48 and 72 hours after the supply ends, or "
                            + "after this moment where it has ended."));
        }
        GapPeople people = new GapPeople(record);
        issues.addAll(people.findings("gap-acknowledged-by", request.onward().gapAcknowledgedBy()));
        issues.addAll(people.findings("outreach-owner", request.onward().outreachOwner()));
        return issues;
    }
}
