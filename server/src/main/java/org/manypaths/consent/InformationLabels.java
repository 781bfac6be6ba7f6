package org.manypaths.consent;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;

/**
 * The security labels of HL7 and the kinds of information that they speak of.
 *
 * <p>A label counts under its own code system alone: fixtures that give a value set as the system are not believed.
 */
public final class InformationLabels {

    public static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    public static final String PART2 = "42CFRPart2";

    /** All that a person means who lets out the record of a programme; HIV, violence and session notes are named. */
    private static final Set<InformationKind> RECORD_OF_A_PROGRAMME = EnumSet.of(
            InformationKind.GENERAL_HEALTH,
            InformationKind.SUBSTANCE_USE,
            InformationKind.ALCOHOL_USE,
            InformationKind.OPIOID_USE,
            InformationKind.MENTAL_HEALTH);

    private static final Set<InformationKind> SUBSTANCES =
            EnumSet.of(InformationKind.SUBSTANCE_USE, InformationKind.ALCOHOL_USE, InformationKind.OPIOID_USE);

    /** What a provision with the label speaks of. */
    private static final Map<String, Set<InformationKind>> SPOKEN_OF = Map.ofEntries(
            Map.entry(PART2, RECORD_OF_A_PROGRAMME),
            Map.entry("SUD", SUBSTANCES),
            Map.entry("ETH", SUBSTANCES),
            Map.entry("ETHUD", EnumSet.of(InformationKind.ALCOHOL_USE)),
            Map.entry("OPIOIDUD", EnumSet.of(InformationKind.OPIOID_USE)),
            Map.entry("PSY", EnumSet.of(InformationKind.MENTAL_HEALTH)),
            Map.entry("MH", EnumSet.of(InformationKind.MENTAL_HEALTH)),
            Map.entry("BH", EnumSet.of(InformationKind.MENTAL_HEALTH, InformationKind.SUBSTANCE_USE)),
            Map.entry("HIV", EnumSet.of(InformationKind.HIV)),
            Map.entry("SDV", EnumSet.of(InformationKind.VIOLENCE)),
            Map.entry("PSYTHPN", EnumSet.of(InformationKind.COUNSELLING_NOTE)),
            Map.entry("HIPAAPsyNotes", EnumSet.of(InformationKind.COUNSELLING_NOTE)));

    /** What a record that carries the label tells; that it is kept under Part 2 is no kind of information. */
    private static final Map<String, InformationKind> TOLD = Map.of(
            "SUD", InformationKind.SUBSTANCE_USE,
            "ETH", InformationKind.SUBSTANCE_USE,
            "ETHUD", InformationKind.ALCOHOL_USE,
            "OPIOIDUD", InformationKind.OPIOID_USE,
            "PSY", InformationKind.MENTAL_HEALTH,
            "MH", InformationKind.MENTAL_HEALTH,
            "HIV", InformationKind.HIV,
            "SDV", InformationKind.VIOLENCE,
            "PSYTHPN", InformationKind.COUNSELLING_NOTE,
            "HIPAAPsyNotes", InformationKind.COUNSELLING_NOTE);

    private InformationLabels() {}

    /** What a consent lets out whose provision names no kind, but something else that is specific. */
    static Set<InformationKind> recordOfAProgramme() {
        return RECORD_OF_A_PROGRAMME;
    }

    /** The kinds that a provision with these labels speaks of. */
    public static Set<InformationKind> spokenOf(Collection<Coding> labels) {
        EnumSet<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        labels.stream()
                .filter(label -> ACT_CODE.equals(label.getSystem()))
                .forEach(label -> kinds.addAll(SPOKEN_OF.getOrDefault(String.valueOf(label.getCode()), Set.of())));
        return kinds;
    }

    /** Whether each is a label that a provision can speak with. */
    static boolean areKnown(Collection<Coding> labels) {
        return labels.stream()
                .allMatch(label ->
                        ACT_CODE.equals(label.getSystem()) && SPOKEN_OF.containsKey(String.valueOf(label.getCode())));
    }

    /** The kinds that a record with these labels tells. */
    public static Set<InformationKind> told(Collection<Coding> labels) {
        EnumSet<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        labels.stream()
                .filter(label -> ACT_CODE.equals(label.getSystem()))
                .filter(label -> TOLD.containsKey(String.valueOf(label.getCode())))
                .forEach(label -> kinds.add(TOLD.get(label.getCode())));
        return kinds;
    }

    /** The label with which a record of this kind travels; empty where there is none beside its confidentiality. */
    public static List<String> codes(InformationKind kind) {
        return switch (kind) {
            case GENERAL_HEALTH -> List.of();
            case SUBSTANCE_USE -> List.of("SUD");
            case ALCOHOL_USE -> List.of("ETHUD");
            case OPIOID_USE -> List.of("OPIOIDUD");
            case MENTAL_HEALTH -> List.of("PSY");
            case HIV -> List.of("HIV");
            case VIOLENCE -> List.of("SDV");
            case COUNSELLING_NOTE -> List.of("PSYTHPN");
        };
    }
}
