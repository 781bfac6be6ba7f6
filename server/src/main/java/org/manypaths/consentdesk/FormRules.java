package org.manypaths.consentdesk;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.manypaths.consent.ConsentReader;
import org.manypaths.refusal.Issue;

/** What in a form no consent could mean: codes that there are not, and days that cannot be. Pure. */
final class FormRules {

    /** No place on earth is further ahead of UTC. */
    private static final Duration EARLIEST_DAY = Duration.ofHours(14);

    private FormRules() {}

    /** @param draft the consent that the form amounts to; its days are those of the place where the person signed */
    static List<Issue> problems(ConsentForm form, Consent draft, Instant now) {
        List<Issue> problems = new ArrayList<>();
        problems.addAll(unknown(Codes.PURPOSE, "purpose", form.purposes()));
        problems.addAll(unknown(Codes.LABEL, "label", form.labels()));
        problems.addAll(unknown(Codes.LABEL, "keep-back", form.kept()));
        problems.addAll(unknown(Codes.TOLD, "told", form.told()));
        problems.addAll(unknown(Codes.END, "ends-with", form.endsWith().stream().toList()));
        problems.addAll(unknown(
                Codes.GROUND, "representative-basis", form.ground().stream().toList()));
        form.signed()
                .flatMap(signed -> signing(signed, now).stream().findFirst())
                .ifPresent(problems::add);
        form.ends()
                .filter(ends -> !ConsentReader.end(ends, draft).isAfter(now))
                .map(ends -> DeskCode.PARAMETER.about(
                        "ends",
                        "The day on which the consent ends, " + ends.getValueAsString() + ", is over.",
                        "Say ends with a day that is still to come, as it stands on the paper."))
                .ifPresent(problems::add);
        return problems;
    }

    private static List<Issue> unknown(Codes codes, String parameter, List<String> said) {
        return said.stream()
                .flatMap(code -> codes.problem(parameter, code).stream())
                .toList();
    }

    private static List<Issue> signing(DateTimeType signed, Instant now) {
        if (signed.getPrecision().compareTo(TemporalPrecisionEnum.DAY) < 0) {
            return List.of(DeskCode.PARAMETER.about(
                    "signed",
                    "signed names no day.",
                    "Say signed with the day on the paper, as in 2026-01-09, or with time and offset."));
        }
        Instant start = signed.getValue().toInstant();
        boolean day = signed.getPrecision() == TemporalPrecisionEnum.DAY;
        boolean ahead = (day ? start.minus(EARLIEST_DAY) : start).isAfter(now);
        return ahead
                ? List.of(DeskCode.PARAMETER.about(
                        "signed",
                        "The consent is said to be signed at a moment that is still to come, "
                                + signed.getValueAsString() + ".",
                        "File it when it is signed, and say signed with that day."))
                : List.of();
    }
}
