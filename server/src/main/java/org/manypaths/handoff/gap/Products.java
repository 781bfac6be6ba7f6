package org.manypaths.handoff.gap;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Which product an order, a dose, a supply or a statement is about: by its own words, or by the Medication it names. Pure. */
public final class Products {

    private final Map<String, Medication> stored = new HashMap<>();

    /** @param stored the products that are held; those within a record need not be among them */
    public Products(List<Medication> stored) {
        stored.forEach(product -> this.stored.put(product.getIdElement().getIdPart(), product));
    }

    /** What it is called and coded as; empty where the record does not tell. */
    public CodeableConcept product(DomainResource record) {
        Type medication = medication(record);
        if (medication instanceof CodeableConcept concept) {
            return concept;
        }
        if (!(medication instanceof Reference reference)) {
            return new CodeableConcept();
        }
        return find(reference, record)
                .map(Medication::getCode)
                .filter(code -> !code.isEmpty())
                .orElseGet(() -> new CodeableConcept().setTextElement(new StringType(reference.getDisplay())));
    }

    /** The substances of which the product is told to be made. */
    public List<CodeableConcept> ingredients(DomainResource record) {
        return medication(record) instanceof Reference reference
                ? find(reference, record).stream()
                        .flatMap(product -> product.getIngredient().stream())
                        .filter(ingredient -> ingredient.hasItemCodeableConcept())
                        .map(ingredient -> ingredient.getItemCodeableConcept())
                        .toList()
                : List.of();
    }

    private Optional<Medication> find(Reference reference, DomainResource record) {
        if (isWithin(reference)) {
            return record.getContained().stream()
                    .filter(Medication.class::isInstance)
                    .map(Medication.class::cast)
                    .filter(product -> bare(String.valueOf(product.getId())).equals(bare(reference.getReference())))
                    .findFirst();
        }
        return Optional.ofNullable(reference.getReferenceElement().getIdPart()).map(stored::get);
    }

    private static boolean isWithin(Reference reference) {
        return String.valueOf(reference.getReference()).startsWith("#");
    }

    private static String bare(String id) {
        return id.startsWith("#") ? id.substring(1) : id;
    }

    private static Type medication(DomainResource record) {
        if (record instanceof MedicationRequest order) {
            return order.getMedication();
        }
        if (record instanceof MedicationAdministration dose) {
            return dose.getMedication();
        }
        if (record instanceof MedicationDispense supply) {
            return supply.getMedication();
        }
        return record instanceof MedicationStatement statement ? statement.getMedication() : new StringType();
    }

    /** By a code that both have; where one of them has none, by the same words. */
    public boolean isSame(DomainResource one, DomainResource other) {
        String named = named(one);
        if (!named.isEmpty() && named.equals(named(other))) {
            return true;
        }
        CodeableConcept first = product(one);
        CodeableConcept second = product(other);
        if (isCoded(first) && isCoded(second)) {
            return codes(first).anyMatch(coding -> codes(second).anyMatch(another -> isSame(coding, another)));
        }
        return words(first).anyMatch(word -> words(second).anyMatch(word::equals));
    }

    /** The stored product that a record names; empty for one within the record, of which the next may have another. */
    private static String named(DomainResource record) {
        return medication(record) instanceof Reference reference && reference.hasReference() && !isWithin(reference)
                ? reference.getReference()
                : "";
    }

    private static boolean isSame(Coding one, Coding other) {
        return one.getSystem().equals(other.getSystem()) && one.getCode().equals(other.getCode());
    }

    private static boolean isCoded(CodeableConcept concept) {
        return codes(concept).findAny().isPresent();
    }

    /** A code without a system is none. */
    private static Stream<Coding> codes(CodeableConcept concept) {
        return concept.getCoding().stream().filter(coding -> coding.hasSystem() && coding.hasCode());
    }

    static Stream<String> words(CodeableConcept concept) {
        return Stream.concat(
                        Stream.of(String.valueOf(concept.getText())).filter(text -> concept.hasText()),
                        concept.getCoding().stream().filter(Coding::hasDisplay).map(Coding::getDisplay))
                .map(text -> text.strip().toLowerCase(Locale.ENGLISH))
                .filter(text -> !text.isEmpty());
    }
}
