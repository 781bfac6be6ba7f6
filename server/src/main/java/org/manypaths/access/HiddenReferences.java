package org.manypaths.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.AnswerAccess.Shown;
import org.manypaths.consent.Basis;
import org.manypaths.narrative.NarrativeWriter;

/**
 * Takes out of records that leave their holder what they say of records that are not there for the caller.
 *
 * <p>A plan that may be seen names its goals and concerns, often with their words; of one that may not be seen neither
 * the words nor the id leave. What has lost a reference gets its narrative written anew and the tag {@code SUBSETTED},
 * so that it cannot be written back. Not so where a counselling note is all that is hidden: these are never hinted at.
 * The server's own address before a reference changes nothing.
 */
class HiddenReferences {

    private static final String TAGS = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    private final RecordGuard guard;
    private final NarrativeWriter narratives;
    private final Supplier<String> base;

    /** @param base the address of the FHIR endpoint, known once the server listens */
    HiddenReferences(RecordGuard guard, NarrativeWriter narratives, Supplier<String> base) {
        this.guard = guard;
        this.narratives = narratives;
        this.base = base;
    }

    void forget(Collection<Shown> shown, Sight sight) {
        List<Shown> leaving =
                shown.stream().filter(record -> leaves(record, sight)).toList();
        leaving.forEach(record -> References.localize(record.resource(), base.get()));
        Map<String, Boolean> hidden = hidden(leaving, sight);
        if (!hidden.isEmpty()) {
            leaving.forEach(record -> forget(record.resource(), hidden));
        }
    }

    /** Its holder knows what it wrote; a handoff is written back by both of its sides, and so stays whole. */
    private static boolean leaves(Shown record, Sight sight) {
        return record.permit().basis() != Basis.OWN_PROGRAMME
                && !sight.isUnlimited()
                && !record.marks().people().isEmpty()
                && !sight.isSideOf(record.marks())
                && !(record.resource() instanceof Bundle);
    }

    /** All that is referred to and hidden, and whether it may be hinted at that something is. */
    private Map<String, Boolean> hidden(List<Shown> leaving, Sight sight) {
        Map<String, Set<String>> ids = new HashMap<>();
        for (Shown record : leaving) {
            References.visit(record.resource(), reference -> {
                String key = References.key(reference);
                IdType id = new IdType(key);
                if (id.hasResourceType()
                        && id.hasIdPart()
                        && !record.marks().people().contains(key)) {
                    ids.computeIfAbsent(id.getResourceType(), type -> new TreeSet<>())
                            .add(id.getIdPart());
                }
            });
        }
        Map<String, Boolean> hidden = new HashMap<>();
        ids.forEach((type, some) -> guard.hidden(sight, type, some)
                .forEach((id, marks) -> hidden.put(
                        type + "/" + id,
                        marks.stamp().filter(Stamp::isCounsellingNote).isEmpty())));
        return hidden;
    }

    private void forget(Resource resource, Map<String, Boolean> hidden) {
        Set<Boolean> hints = new TreeSet<>();
        References.visit(resource, reference -> {
            Boolean hint = hidden.get(References.key(reference));
            if (hint != null) {
                hints.add(hint);
                References.forget(reference);
            }
        });
        if (hints.isEmpty()) {
            return;
        }
        References.prune(resource);
        if (resource instanceof DomainResource told && told.hasText()) {
            told.setText(narratives.narrative(told));
        }
        if (hints.contains(true)) {
            resource.getMeta().addTag(TAGS, "SUBSETTED", null);
        }
    }
}
