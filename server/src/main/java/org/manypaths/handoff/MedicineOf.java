package org.manypaths.handoff;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Which medicine a record is about: what it says itself, what it contains, and what it refers to. Pure. */
public final class MedicineOf {

    private MedicineOf() {}

    /** Whether a record of this type is about a medicine at all: an order, a dose, a supply, what a person tells. */
    static boolean isNamedBy(Resource record) {
        return record.getNamedProperty("medication[x]") != null;
    }

    /**
     * The medicine and its ingredients in codes and words; nothing where nobody says which it is.
     *
     * @param find a record by its reference, as far as it is at hand
     */
    public static Stream<CodeableConcept> concepts(
            DomainResource record, Function<Reference, Optional<Resource>> find) {
        Property medication = record.getNamedProperty("medication[x]");
        return medication == null
                ? Stream.empty()
                : medication.getValues().stream().flatMap(value -> concepts(value, record, find));
    }

    private static Stream<CodeableConcept> concepts(
            Base value, DomainResource record, Function<Reference, Optional<Resource>> find) {
        if (value instanceof CodeableConcept concept) {
            return Stream.of(concept);
        }
        if (!(value instanceof Reference reference)) {
            return Stream.empty();
        }
        return Stream.concat(
                reference.hasDisplay() ? Stream.of(new CodeableConcept().setText(reference.getDisplay())) : Stream.of(),
                contained(reference, record).or(() -> find.apply(reference)).stream()
                        .filter(Medication.class::isInstance)
                        .map(Medication.class::cast)
                        .flatMap(MedicineOf::concepts));
    }

    private static Optional<Resource> contained(Reference reference, DomainResource record) {
        String id = String.valueOf(reference.getReference());
        return id.startsWith("#")
                ? record.getContained().stream()
                        .filter(each -> id.substring(1)
                                .equals(String.valueOf(each.getIdElement().getIdPart())
                                        .replaceFirst("^#", "")))
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<CodeableConcept> concepts(Medication medication) {
        return Stream.concat(
                Stream.of(medication.getCode()),
                medication.getIngredient().stream()
                        .map(Medication.MedicationIngredientComponent::getItem)
                        .filter(CodeableConcept.class::isInstance)
                        .map(CodeableConcept.class::cast));
    }
}
