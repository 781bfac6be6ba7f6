package org.manypaths.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.manypaths.audit.Disclosures;
import org.manypaths.consent.Decision;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** Marks what is about to be stored, and refuses what its sender may not store. */
class RecordOrigin {

    private static final String PLACEHOLDERS = RecordOrigin.class.getName() + ".placeholders";

    private final StampMaker stamps;
    private final AccessDecider decider;
    private final ReferenceGuard references;
    private final ReferenceConditions conditions;
    private final WrittenScopes scopes;

    RecordOrigin(
            StampMaker stamps,
            AccessDecider decider,
            ReferenceGuard references,
            ReferenceConditions conditions,
            WrittenScopes scopes) {
        this.stamps = stamps;
        this.decider = decider;
        this.references = references;
        this.conditions = conditions;
        this.scopes = scopes;
    }

    /** Remembers which placeholders of a transaction stand for people. */
    static void remember(RequestDetails request, Collection<String> placeholders) {
        Map<Object, Object> data = request.getUserData();
        synchronized (data) {
            Set<String> all = new HashSet<>(remembered(request));
            all.addAll(placeholders);
            data.put(PLACEHOLDERS, all);
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<String> remembered(@Nullable RequestDetails request) {
        return request == null ? Set.of() : (Set<String>) request.getUserData().getOrDefault(PLACEHOLDERS, Set.of());
    }

    /** What came with the record and only the server may say is dropped before anybody looks at it. */
    void clear(Resource resource, Optional<Resource> previous) {
        Marks.erase(resource);
        previous.map(Marks::of).flatMap(Marks::stamp).ifPresent(stamp -> unapply(stamp, resource, previous.get()));
    }

    /** Labels that a client had stored before stay a client's. */
    private static void unapply(Stamp stamp, Resource resource, Resource previous) {
        LabelRules.unapply(stamp, resource.getMeta());
        for (Coding label : previous.getMeta().getSecurity()) {
            if (resource.getMeta().getSecurity(label.getSystem(), label.getCode()) == null) {
                resource.getMeta().addSecurity(label.copy());
            }
        }
    }

    /** After validation: who may not write this, or refers to what is not there, is told so now. */
    void mark(Resource resource, Optional<Resource> previous, @Nullable RequestDetails request) {
        Optional<Session> session = request == null ? Optional.empty() : Sessions.of(request);
        Optional<Sight> sender = session.map(
                known -> decider.sight(RequestAccess.servletRequest(Objects.requireNonNull(request)), known));
        if (request != null && sender.isPresent()) {
            conditions.narrow(resource, sender.get(), Map.of());
            scopes.requireStored(sender.get(), Interaction.UPDATE, previous);
            require(sender.get(), resource, previous);
        }
        Marks marks = stamps.make(resource, previous, session, remembered(request));
        if (request != null && sender.isPresent()) {
            scopes.requireNew(sender.get(), resource, previous, marks, request);
            requireSeen(sender.get(), resource, marks, request);
        }
        Origin.erase(resource);
        marks.write(resource);
    }

    private void require(Sight sight, Resource resource, Optional<Resource> previous) {
        if (!sight.isUnlimited()) {
            requireWhole(resource);
            previous.filter(old -> !isShownSide(sight, old)).ifPresent(old -> requireOwn(sight, old));
            references.require(sight, resource, previous);
        }
    }

    /** A handoff is moved by both of its sides, as far as they may see it; only its holder deletes it. */
    private static boolean isShownSide(Sight sight, Resource stored) {
        Marks marks = Marks.of(stored);
        return sight.isSideOf(marks)
                && sight.decide(stored.fhirType(), marks, Moments.of(stored)).isPermit();
    }

    /** Tells the trail whose record is written. */
    void note(Resource resource, @Nullable RequestDetails request) {
        Optional<Session> session = request == null ? Optional.empty() : Sessions.of(request);
        if (request != null && session.isPresent()) {
            Sight sight = decider.sight(RequestAccess.servletRequest(request), session.get());
            Marks marks = Marks.of(resource);
            Decision decision = sight.decide(resource.fhirType(), marks, Moments.of(resource));
            if (decision.isPermit()) {
                marks.note(resource, decision, Disclosures.of(request));
            }
        }
    }

    void requireOwn(Resource resource, @Nullable RequestDetails request) {
        Optional<Session> session = request == null ? Optional.empty() : Sessions.of(request);
        if (request != null && session.isPresent()) {
            Sight sight = decider.sight(RequestAccess.servletRequest(request), session.get());
            scopes.requireStored(sight, Interaction.DELETE, Optional.of(resource));
            if (!sight.isUnlimited()) {
                requireOwn(sight, resource);
            }
        }
    }

    /** A record is changed by the organisation that it came in through. */
    private static void requireOwn(Sight sight, Resource stored) {
        Marks marks = Marks.of(stored);
        if (marks.stamp().map(Stamp::holder).filter(sight::isOwn).isPresent()
                && sight.decide(stored.fhirType(), marks, Moments.of(stored)).isPermit()) {
            return;
        }
        requireVisible(sight, stored, marks);
        throw AccessCode.NOT_YOURS.refusal(
                "The record came in through another organisation; only that one changes it.",
                "Ask its holder, or store what you have to say as a record of your own.");
    }

    /** Nobody stores what they could not see afterwards: the answer would be that it is not here, and it would be. */
    private static void requireSeen(Sight sight, Resource resource, Marks marks, RequestDetails request) {
        if (!sight.decide(resource.fhirType(), marks, Moments.of(resource)).isPermit()) {
            throw AccessCode.NOT_YOURS
                    .refusal(
                            "As it was sent the record would tell of what you may not see, by its labels, its codes or the"
                                    + " purpose of the request, and so be hidden from you.",
                            "Leave that out; whoever holds the record may add it.")
                    .rememberedBy(request);
        }
    }

    private static void requireVisible(Sight sight, Resource stored, Marks marks) {
        if (!sight.decide(stored.fhirType(), marks, Moments.of(stored)).isPermit()) {
            throw Absence.of(stored.fhirType() + "/" + stored.getIdElement().getIdPart());
        }
    }

    private static void requireWhole(Resource resource) {
        boolean subset = resource.getMeta().getTag().stream().anyMatch(tag -> "SUBSETTED".equals(tag.getCode()));
        if (subset) {
            throw AccessCode.SUBSETTED.refusal(
                    "The record is marked as a part of one, and storing it would lose the rest.",
                    "Read it whole, without _elements and _summary, and send that.");
        }
    }

    /** After all references are known: about whom it is must be what it was marked with. */
    void verify(Resource resource) {
        Marks marks = Marks.of(resource);
        if (marks.stamp().isEmpty()) {
            return;
        }
        Set<String> people = new LinkedHashSet<>(PersonRules.people(resource));
        boolean clear = people.size() == 1
                ? marks.people().equals(people)
                : marks.people().isEmpty();
        if (!clear) {
            throw AccessCode.UNCLEAR_PERSON.refusal(
                    resource.fhirType()
                            + " refers to a person in a way from which it cannot be told in time who it is.",
                    "Refer to Patient/id, or to the fullUrl of the Patient in the same Bundle.");
        }
    }
}
