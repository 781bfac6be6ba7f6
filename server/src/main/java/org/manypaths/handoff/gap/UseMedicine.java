package org.manypaths.handoff.gap;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.manypaths.conformance.Canonical;

/**
 * Whether a record is about a medicine without which a person who used opioids falls back into danger.
 *
 * <p>By what it says of its phase or substance; where it says neither, by the product or its ingredients, in RxNorm's codes
 * or in words. Coarse on purpose: whoever ordered it for pain must not be left without it either. A product of which
 * nothing is told may be one. Pure.
 */
public final class UseMedicine {

    private static final String PHASE = Canonical.BASE + "/StructureDefinition/ihrp-moud-phase";
    private static final String SUBSTANCE = Canonical.BASE + "/StructureDefinition/ihrp-substance";
    private static final String RX_NORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    /** Buprenorphine, methadone, naltrexone. */
    private static final Set<String> CODES = Set.of("1819", "6813", "7243");

    private static final List<String> NAMES = List.of("buprenorphine", "methadone", "naltrexone");

    private final Products products;

    /** @param products by which the medicines that records name are known */
    public UseMedicine(Products products) {
        this.products = products;
    }

    /** An order, a dose, a supply or a statement of such a medicine. */
    public boolean isIn(DomainResource record) {
        if (record.hasExtension(PHASE) || record.hasExtension(SUBSTANCE)) {
            return true;
        }
        List<CodeableConcept> told = Stream.concat(
                        Stream.of(products.product(record)), products.ingredients(record).stream())
                .toList();
        return told.stream().noneMatch(UseMedicine::tells)
                || told.stream()
                        .anyMatch(concept -> concept.getCoding().stream().anyMatch(UseMedicine::isCode))
                || told.stream().flatMap(Products::words).anyMatch(word -> NAMES.stream()
                        .anyMatch(word::contains));
    }

    private static boolean tells(CodeableConcept concept) {
        return concept.getCoding().stream().anyMatch(Coding::hasCode)
                || Products.words(concept).findAny().isPresent();
    }

    private static boolean isCode(Coding coding) {
        return RX_NORM.equals(coding.getSystem()) && CODES.contains(String.valueOf(coding.getCode()));
    }
}
