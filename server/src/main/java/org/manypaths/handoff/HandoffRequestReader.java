package org.manypaths.handoff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.manypaths.consent.Purpose;
import org.manypaths.handoff.HandoffRequest.Decision;
import org.manypaths.handoff.HandoffRequest.Onward;
import org.manypaths.handoff.gate.Purposes;

/** Makes a request of what was sent, or says which parameter stands in the way. */
final class HandoffRequestReader {

    static final Set<String> HANDOFF = Set.of(
            "recipient",
            "purpose",
            "consent",
            "as-of",
            "persist",
            "decision",
            "decision-by",
            "decision-words",
            "gap-acknowledged-by",
            "outreach-owner");
    static final Set<String> SUMMARY =
            Set.of("profile", "recipient", "purpose", "consent", "as-of", "gap-acknowledged-by", "outreach-owner");

    private static final Set<String> PEOPLE = Set.of("Practitioner", "PractitionerRole", "CareTeam", "Organization");
    /** A Provenance has no team for its author. */
    private static final Set<String> ASKERS = Set.of("Practitioner", "PractitionerRole", "Organization");

    private static final String KEEP_BACK = "keep-back";

    private final Clock clock;

    HandoffRequestReader(Clock clock) {
        this.clock = clock;
    }

    HandoffRequest read(HandoffInput input) {
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return new HandoffRequest(
                recipient(input),
                purpose(input),
                input.reference("consent", Set.of("Consent")).map(IdType::getIdPart),
                asOf(input, now),
                now,
                input.yes("persist"),
                new Onward(
                        decision(input),
                        input.reference("gap-acknowledged-by", PEOPLE).map(IdType::getValue),
                        input.reference("outreach-owner", PEOPLE).map(IdType::getValue)));
    }

    private static String recipient(HandoffInput input) {
        return input.reference("recipient", Set.of("Organization"))
                .map(IdType::getIdPart)
                .orElseThrow(() -> HandoffCode.RECIPIENT_MISSING.about(
                        "recipient",
                        "Nobody is named who takes over.",
                        "Send recipient, a reference to an Organization."));
    }

    private static Purpose purpose(HandoffInput input) {
        String code = input.word("purpose")
                .orElseThrow(() -> HandoffCode.PURPOSE_MISSING.about(
                        "purpose", "No purpose is told.", "Send purpose, one of " + Purposes.KNOWN + "."));
        return Purposes.of(code)
                .orElseThrow(() -> HandoffCode.PURPOSE_UNKNOWN.about(
                        "purpose",
                        "This server knows no purpose of this name for a handoff.",
                        "Send one of " + Purposes.KNOWN + " (v3-ActReason)."));
    }

    private static OffsetDateTime asOf(HandoffInput input, OffsetDateTime now) {
        Optional<String> word = input.word("as-of");
        if (word.isEmpty()) {
            return now;
        }
        OffsetDateTime asOf = parse(word.get());
        if (asOf.isAfter(now)) {
            throw HandoffCode.AS_OF.about(
                    "as-of", "The moment as-of lies in the future.", "Tell the plan as of now or before.");
        }
        return asOf;
    }

    private static OffsetDateTime parse(String word) {
        try {
            // In an address a plus sign that was not escaped has become a blank.
            return OffsetDateTime.parse(word.replace(' ', '+')).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeParseException e) {
            throw HandoffCode.AS_OF.about(
                    "as-of",
                    "The moment as-of is no time with seconds and offset.",
                    "Send it as 2026-01-12T09:45:00-05:00.");
        }
    }

    private static Optional<Decision> decision(HandoffInput input) {
        Optional<String> code = input.word("decision");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        if (!code.get().equals(KEEP_BACK)) {
            throw HandoffCode.PARAMETER.about(
                    "decision",
                    "A decision can only be " + KEEP_BACK + ".",
                    "A person who wants to tell more signs a consent that says so; send the handoff after that.");
        }
        String by = input.reference("decision-by", ASKERS)
                .map(IdType::getValue)
                .orElseThrow(() -> HandoffCode.PARAMETER.about(
                        "decision-by", "Nobody is named who asked the person.", "Send decision-by with the decision."));
        return Optional.of(new Decision(by, input.word("decision-words")));
    }
}
