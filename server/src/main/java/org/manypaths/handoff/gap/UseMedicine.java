package org.manypaths.handoff.gap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.conformance.Canonical;

/**
 * Whether an order is for a medicine without which a person who used opioids falls back into danger.
 *
 * <p>By what the order says of its phase or substance; where it says neither, by the ingredient, in RxNorm's codes or in
 * words. Coarse on purpose: whoever ordered it for pain must not be left without it either. Pure.
 */
final class UseMedicine {

    private static final String PHASE = Canonical.BASE + "/StructureDefinition/ihrp-moud-phase";
    private static final String SUBSTANCE = Canonical.BASE + "/StructureDefinition/ihrp-substance";
    private static final String RX_NORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    /** Buprenorphine, methadone, naltrexone. */
    private static final Set<String> CODES = Set.of("1819", "6813", "7243");

    private static final List<String> NAMES = List.of("buprenorphine", "methadone", "naltrexone");

    private UseMedicine() {}

    static boolean isOrdered(MedicationRequest order) {
        return order.hasExtension(PHASE) || order.hasExtension(SUBSTANCE) || isOne(order.getMedication());
    }

    private static boolean isOne(Type medication) {
        if (medication instanceof CodeableConcept concept) {
            return concept.getCoding().stream().anyMatch(UseMedicine::isCode)
                    || Stream.concat(
                                    Stream.of(String.valueOf(concept.getText())),
                                    concept.getCoding().stream()
                                            .map(Coding::getDisplay)
                                            .map(String::valueOf))
                            .anyMatch(UseMedicine::isName);
        }
        return medication instanceof Reference reference && isName(String.valueOf(reference.getDisplay()));
    }

    private static boolean isCode(Coding coding) {
        return RX_NORM.equals(coding.getSystem()) && CODES.contains(String.valueOf(coding.getCode()));
    }

    private static boolean isName(String text) {
        String lower = text.toLowerCase(Locale.ENGLISH);
        return NAMES.stream().anyMatch(lower::contains);
    }
}
