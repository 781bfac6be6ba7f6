package org.manypaths.consentdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentScope;
import org.manypaths.consent.ConsentState;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.Recipients;

/** What a consent does, read back to the person in plain words: as the server decides by it, not as it was meant. */
final class ReadBack {

    private static final Map<ConsentState, String> STATES = new EnumMap<>(Map.of(
            ConsentState.FALSE, "It was recorded in error and lets nothing go.",
            ConsentState.UNSIGNED, "It is not signed and lets nothing go.",
            ConsentState.DEFICIENT, "Something that the law asks for is missing, so it lets nothing go.",
            ConsentState.REVOKED, "It was taken back and lets nothing go any more.",
            ConsentState.EXPIRED, "It has ended and lets nothing go any more.",
            ConsentState.IN_FORCE, "It is in force."));

    private static final Map<InformationKind, String> KINDS = new EnumMap<>(Map.of(
            InformationKind.GENERAL_HEALTH, "health in general",
            InformationKind.SUBSTANCE_USE, "substance use",
            InformationKind.ALCOHOL_USE, "alcohol",
            InformationKind.OPIOID_USE, "opioids",
            InformationKind.MENTAL_HEALTH, "mental health",
            InformationKind.HIV, "HIV",
            InformationKind.VIOLENCE, "violence",
            InformationKind.COUNSELLING_NOTE, "notes of counselling sessions"));

    private static final Map<Purpose, String> PURPOSES = new EnumMap<>(Map.of(
            Purpose.TREATMENT, "treatment",
            Purpose.PAYMENT, "payment",
            Purpose.OPERATIONS, "running the place of care",
            Purpose.PATIENT_REQUEST, "what the person asks for",
            Purpose.EMERGENCY, "a medical emergency",
            Purpose.RESEARCH, "research",
            Purpose.AUDIT_AND_EVALUATION, "audit and evaluation",
            Purpose.PROCEEDINGS, "proceedings against the person"));

    private final UnaryOperator<String> names;

    /** @param names how an organisation is called, by its id */
    ReadBack(UnaryOperator<String> names) {
        this.names = names;
    }

    Parameters write(ConsentRecord record, Instant now) {
        ConsentState state = ConsentState.at(record, now);
        Parameters answer = new Parameters();
        answer.addParameter().setName("consent").setValue(new Reference("Consent/" + record.id()));
        answer.addParameter().setName("state").setValue(new CodeType(code(state)));
        sentences(record, state)
                .forEach(sentence -> answer.addParameter().setName("sentence").setValue(new StringType(sentence)));
        record.missing().stream()
                .sorted()
                .forEach(missing -> answer.addParameter().setName("missing").setValue(new StringType(missing)));
        return answer;
    }

    static String code(ConsentState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<String> sentences(ConsentRecord record, ConsentState state) {
        List<String> sentences = new ArrayList<>();
        sentences.add(STATES.get(state));
        for (ConsentScope scope : record.permits()) {
            sentences.add(organizations(record.discloser()) + " may tell " + recipients(scope.recipients())
                    + " what its records say about " + kinds(scope.kinds()) + types(scope) + ", for "
                    + joined(scope.purposes().stream().sorted().map(PURPOSES::get)) + ".");
        }
        for (ConsentScope scope : record.denies()) {
            sentences.add("Nothing about " + kinds(scope.kinds()) + types(scope) + " goes to "
                    + recipients(scope.recipients()) + ", whatever else is let go.");
        }
        record.lifecycle()
                .expiresAt()
                .ifPresent(end -> sentences.add(
                        "It ends on " + end.minusSeconds(1).toString().substring(0, "2026-01-01".length()) + "."));
        if (record.lifecycle().expiresAt().isEmpty()) {
            sentences.add("No day is set on which it ends.");
        }
        sentences.add("It can be taken back at any time; what was told before stays told.");
        return sentences;
    }

    private String organizations(Set<String> ids) {
        return joined(ids.stream().map(names).sorted());
    }

    private String recipients(Recipients recipients) {
        if (recipients instanceof Recipients.Named named) {
            return organizations(named.organizations());
        }
        if (recipients instanceof Recipients.TreatingProviders) {
            return "those who treat the person at the time";
        }
        if (recipients instanceof Recipients.ThroughIntermediary through) {
            return through.participants().isEmpty()
                    ? "those who treat the person, by way of " + names.apply(through.intermediary())
                    : organizations(through.participants()) + ", by way of " + names.apply(through.intermediary());
        }
        return "anybody";
    }

    private static String kinds(Set<InformationKind> kinds) {
        return kinds.size() == InformationKind.values().length
                ? "anything"
                : joined(kinds.stream().sorted().map(KINDS::get));
    }

    private static String types(ConsentScope scope) {
        return scope.types().isEmpty()
                ? ""
                : " (only " + joined(scope.types().stream().sorted()) + ")";
    }

    private static String joined(Stream<String> words) {
        List<String> all = words.toList();
        return all.size() < 2
                ? all.stream().collect(Collectors.joining())
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
    }
}
