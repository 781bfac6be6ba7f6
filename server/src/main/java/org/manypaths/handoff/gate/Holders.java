package org.manypaths.handoff.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Whose the records of a document are: where one says at whose place it was made, that one's; otherwise the sender's. */
final class Holders {

    private final String sender;
    private final Map<String, String> providers = new HashMap<>();

    Holders(String sender, List<Resource> records) {
        this.sender = sender;
        for (Resource record : records) {
            if (record instanceof Encounter encounter && encounter.hasServiceProvider()) {
                providers.put(Passage.key(encounter), id(encounter.getServiceProvider()));
            }
        }
    }

    String of(Resource record) {
        if (record instanceof EpisodeOfCare episode && episode.hasManagingOrganization()) {
            return id(episode.getManagingOrganization());
        }
        String encounter = record instanceof Encounter
                ? Passage.key(record)
                : Stream.of("encounter", "context")
                        .flatMap(name -> values(record, name))
                        .filter(Reference.class::isInstance)
                        .map(reference -> String.valueOf(((Reference) reference).getReference()))
                        .findFirst()
                        .orElse("");
        return providers.getOrDefault(encounter, sender);
    }

    private static Stream<Base> values(Resource record, String property) {
        return Optional.ofNullable(record.getNamedProperty(property)).stream()
                .flatMap(found -> found.getValues().stream());
    }

    /** The logical id; empty where there is none. */
    static String id(Reference reference) {
        String id = reference.getReferenceElement().getIdPart();
        return id == null ? "" : id;
    }
}
