package org.manypaths.consent;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How kinds of information and purposes are called where people read of them. */
public final class ScopeInWords {

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

    private ScopeInWords() {}

    /** Such as {@code substance use, alcohol and opioids}. */
    public static String kinds(Collection<InformationKind> kinds) {
        return kinds.size() == InformationKind.values().length
                ? "anything"
                : joined(kinds.stream().sorted().map(KINDS::get));
    }

    /** Such as {@code treatment and payment}. */
    public static String purposes(Collection<Purpose> purposes) {
        return joined(purposes.stream().sorted().map(PURPOSES::get));
    }

    /** The words with commas, and before the last of them an and. */
    public static String joined(Stream<String> words) {
        List<String> all = words.toList();
        return all.size() < 2
                ? all.stream().collect(Collectors.joining())
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
    }
}
