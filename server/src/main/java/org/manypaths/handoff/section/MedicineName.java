package org.manypaths.handoff.section;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.manypaths.handoff.gap.Products;

/** What the medicine of an order, a dose, a supply or a statement is called. */
public final class MedicineName {

    private MedicineName() {}

    /** By the record or the product that it names; else by what that is made of. */
    public static String of(DomainResource record, Products products) {
        String ingredients =
                Words.joined(", ", products.ingredients(record).stream().map(Words::concept));
        return Stream.of(Words.concept(products.product(record)), ingredients)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("A medicine whose name is not told");
    }
}
