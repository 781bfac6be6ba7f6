package org.manypaths.consentdesk;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.access.Explainer;
import org.manypaths.consent.Basis;
import org.manypaths.consent.Decision;
import org.manypaths.consent.Decision.Deny;
import org.manypaths.consent.Decision.Permit;
import org.manypaths.consent.Decision.Reason;

/** Writes why a record is given out or not: the rule, the paragraph and the consent. For operators. */
final class Why {

    private static final Map<Basis, String> GROUNDS = new EnumMap<>(Map.of(
            Basis.NOT_PART2, "The record is none of a Part 2 programme, and the caller is treating or was chosen.",
            Basis.OWN_PROGRAMME, "The record is the caller's own, or of a programme that it works for.",
            Basis.SERVICE_ORGANISATION, "The caller works for the programme under an agreement, or runs the server.",
            Basis.THE_PERSON, "The record is the person's own.",
            Basis.WRITTEN_CONSENT, "The person's consent lets it go to the caller for this purpose.",
            Basis.REDISCLOSURE, "It was received under a consent for all care, and is passed on for care.",
            Basis.EMERGENCY, "The caller declared a medical emergency of this person.",
            Basis.RECORDED_DOCUMENT, "An operator recorded a document that asks for it."));

    private static final Map<Reason, String> REASONS = new EnumMap<>(Map.of(
            Reason.PURPOSE_NOT_REGISTERED, "The caller is not registered for this purpose.",
            Reason.PROCEEDINGS,
                    "It was asked for proceedings, and neither a consent for those nor a court's order is on file.",
            Reason.PRIVATE_WORDS, "The person's own words are not marked as fit to leave the team.",
            Reason.DENIED_BY_CONSENT, "A consent of the person keeps it back, whatever another lets go.",
            Reason.NO_BASIS, "No ground holds: no consent in force lets this kind of record go to the caller."));

    private static final Map<Reason, String> PARAGRAPHS = new EnumMap<>(Map.of(
            Reason.PURPOSE_NOT_REGISTERED, "42 CFR 2.13(a)",
            Reason.PROCEEDINGS, "42 CFR 2.12(d)(1), 2.31(d)",
            Reason.PRIVATE_WORDS, "42 CFR 2.13(a)",
            Reason.DENIED_BY_CONSENT, "42 CFR 2.31(a)(3)",
            Reason.NO_BASIS, "42 CFR 2.13(a), 2.31"));

    private Why() {}

    /** @param explained empty where there is no such record */
    static Parameters write(Optional<Explainer.Explained> explained) {
        Parameters answer = new Parameters();
        if (explained.isEmpty()) {
            answer.addParameter().setName("decision").setValue(new CodeType("deny"));
            answer.addParameter().setName("sentence").setValue(new StringType("There is no such record."));
            return answer;
        }
        Decision decision = explained.get().decision();
        answer.addParameter().setName("decision").setValue(new CodeType(decision.isPermit() ? "permit" : "deny"));
        if (decision instanceof Permit permit) {
            say(answer, code(permit.basis()), permit.basis().paragraph(), GROUNDS.getOrDefault(permit.basis(), ""));
            permit.consent()
                    .ifPresent(consent ->
                            answer.addParameter().setName("consent").setValue(new Reference("Consent/" + consent)));
        } else if (decision instanceof Deny deny) {
            say(
                    answer,
                    code(deny.reason()),
                    PARAGRAPHS.getOrDefault(deny.reason(), ""),
                    REASONS.getOrDefault(deny.reason(), ""));
        }
        explained.get().person().ifPresent(person -> answer.addParameter()
                .setName("patient")
                .setValue(new Reference("Patient/" + person)));
        explained.get().holder().ifPresent(holder -> answer.addParameter()
                .setName("holder")
                .setValue(new Reference("Organization/" + holder)));
        answer.addParameter()
                .setName("part2")
                .setValue(new BooleanType(explained.get().part2()));
        return answer;
    }

    private static void say(Parameters answer, String rule, String paragraph, String sentence) {
        answer.addParameter().setName("rule").setValue(new CodeType(rule));
        answer.addParameter().setName("paragraph").setValue(new StringType(paragraph));
        answer.addParameter().setName("sentence").setValue(new StringType(sentence));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
