package org.manypaths.narrative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Resource;

/** Decides whose narrative a resource bears. */
final class NarrativeKeeper {

    /** What is no part of the record's own data. */
    private static final Set<String> ABOUT_THE_RECORD = Set.of("id", "meta", "text");

    private final NarrativeWriter writer;

    NarrativeKeeper(NarrativeWriter writer) {
        this.writer = writer;
    }

    /** Writes ours, unless the sender's holds more than the data do, or is a definition's own. */
    void renew(Resource resource) {
        if (resource instanceof DomainResource bearer && isOurs(bearer)) {
            bearer.setText(writer.narrative(bearer));
        }
    }

    /**
     * The same for a new version. Where the data did not change, the words do not either: not even after an update of
     * this server that has better ones, since a partner who sends the same again must not make a version by it.
     */
    void renew(Resource previous, Resource resource) {
        if (!(resource instanceof DomainResource bearer) || !isOurs(bearer)) {
            return;
        }
        Narrative fresh = writer.narrative(bearer);
        boolean keep = previous instanceof DomainResource before
                && before.hasText()
                && before.getText().getStatus() != NarrativeStatus.ADDITIONAL
                && !before.getText().equalsDeep(fresh)
                && haveSameData(before, bearer);
        bearer.setText(keep ? ((DomainResource) previous).getText().copy() : fresh);
    }

    /** Ours for what goes out without any: definitions, what was stored before narratives were written, outcomes. */
    void complete(Resource resource) {
        if (resource instanceof DomainResource bearer && !hasWords(bearer)) {
            bearer.setText(writer.narrative(bearer));
        }
    }

    private static boolean isOurs(DomainResource resource) {
        boolean theirs =
                resource instanceof MetadataResource || resource.getText().getStatus() == NarrativeStatus.ADDITIONAL;
        return !theirs || !hasWords(resource);
    }

    private static boolean hasWords(DomainResource resource) {
        return resource.hasText() && resource.getText().hasDiv();
    }

    private static boolean haveSameData(DomainResource one, DomainResource other) {
        Map<String, List<Base>> others = new HashMap<>();
        other.children().forEach(element -> others.put(element.getName(), element.getValues()));
        return one.children().stream()
                .filter(element -> !ABOUT_THE_RECORD.contains(element.getName()))
                .allMatch(element -> Base.compareDeep(
                        element.getValues(), others.getOrDefault(element.getName(), List.of()), false));
    }
}
