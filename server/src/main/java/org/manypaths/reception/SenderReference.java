package org.manypaths.reception;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.section.Words;
import org.manypaths.refusal.Blank;

/**
 * Whom the receiver's own records name as the one who sent: the organization that keeps the document, or else the one
 * that wrote it. A document need not name either (Composition.custodian is 0..1, and an author may be a person): then
 * it is the name of who wrote it, which is not looked up.
 */
final class SenderReference {

    private SenderReference() {}

    static Reference of(Arrived arrived, Copies copies) {
        Stream<Reference> places = Stream.concat(
                Stream.of(arrived.composition().getCustodian()), arrived.composition().getAuthor().stream());
        return places.flatMap(named -> organization(named, arrived, copies).stream())
                .findFirst()
                .orElseGet(() -> new Reference().setDisplay(name(arrived)));
    }

    private static Optional<Reference> organization(Reference named, Arrived arrived, Copies copies) {
        return arrived.address(named)
                .filter(address -> arrived.entries().get(address) instanceof Organization)
                .flatMap(copies::place)
                .map(place -> new Reference(place)
                        .setDisplay(arrived.target(named)
                                .map(found -> ((Organization) found).getName())
                                .orElse(null)));
    }

    private static String name(Arrived arrived) {
        return Stream.concat(
                        arrived.composition().getAuthor().stream(),
                        Stream.of(arrived.composition().getCustodian()))
                .flatMap(named -> Stream.of(
                                named.getDisplay(),
                                arrived.target(named).map(SenderReference::name).orElse(""))
                        .filter(name -> !Blank.is(name)))
                .findFirst()
                .orElse("Unknown sender");
    }

    private static String name(Resource author) {
        return author instanceof Practitioner practitioner && practitioner.hasName()
                ? Words.name(practitioner.getName())
                : "";
    }
}
