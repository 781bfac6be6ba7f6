package org.manypaths.access;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.InformationLabels;
import org.manypaths.consent.RecipientKind;
import org.manypaths.security.Role;
import org.manypaths.security.Session;

/** Makes the marks that a record is stored with, from who brought it, what it was before and what it says. Pure. */
class StampMaker {

    /** Kinds that a record never loses, whatever a later version says. */
    private static final Set<InformationKind> LASTING =
            EnumSet.of(InformationKind.HIV, InformationKind.VIOLENCE, InformationKind.COUNSELLING_NOTE);

    /** Who gives care: of what came with a document, all that is of the directory. */
    private static final Set<String> WHO_GIVES_CARE = Set.of("Organization", "Practitioner", "PractitionerRole");

    private final Predicate<String> programmes;

    /** @param programmes whether an organisation is a Part 2 programme */
    StampMaker(Predicate<String> programmes) {
        this.programmes = programmes;
    }

    /**
     * The marks of the version that is about to be stored.
     *
     * @param previous the version before
     * @param session whose request it is; empty for what the server writes by itself
     * @param placeholders the references that stand for a person until the end of the transaction
     */
    Marks make(Resource resource, Optional<Resource> previous, Optional<Session> session, Set<String> placeholders) {
        Optional<Stamp> before = previous.map(Marks::of).flatMap(Marks::stamp);
        Optional<String> stated = Origin.stated(resource).filter(origin -> mayState(session));
        Optional<String> holder =
                before.map(Stamp::holder).or(() -> stated).or(() -> session.map(StampMaker::organization));
        Set<String> people = PersonRules.people(resource).stream()
                .filter(person -> !person.startsWith("urn:") || placeholders.contains(person))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<Stamp> stamp = holder.map(organization -> stamp(
                resource,
                previous,
                organization,
                before.map(Stamp::part2).orElseGet(() -> isProgramme(organization, session)) || isUnderPart2(resource),
                before.map(Stamp::forHolderAlone).orElseGet(() -> isOfAnOrganisation(resource, session))));
        return new Marks(
                stamp,
                people,
                isOpen(resource, stamp),
                links(resource, placeholders),
                stamp.flatMap(known -> Moments.of(resource).map(at -> new StampedMoment(at, known))));
    }

    /**
     * Who is who is for everybody; but a place that came with somebody's document may be where they live, and what is done
     * there or how it is reached may tell of them.
     */
    private static boolean isOpen(Resource resource, Optional<Stamp> stamp) {
        boolean came = stamp.flatMap(Stamp::received).isPresent();
        return (came ? WHO_GIVES_CARE : AccessTypes.DIRECTORY).contains(resource.fhirType());
    }

    private static boolean mayState(Optional<Session> session) {
        return session.isEmpty() || session.get().isOperator();
    }

    private static String organization(Session session) {
        return session.caller().organization();
    }

    private boolean isProgramme(String organization, Optional<Session> session) {
        boolean ofCaller = session.filter(known -> organization(known).equals(organization))
                .filter(known -> known.caller().kind() == RecipientKind.PART2_PROGRAMME)
                .isPresent();
        return ofCaller || programmes.test(organization);
    }

    /**
     * Whether it says of itself that it came from a programme: in a document (42 CFR 2.12(d)(2)), or as raised by who
     * holds it. A code of what it tells never says so.
     */
    private static boolean isUnderPart2(Resource resource) {
        return resource.getMeta().getSecurity(InformationLabels.ACT_CODE, InformationLabels.PART2) != null;
    }

    /** Whether an organisation files a consent, on the person's word or having received it with a document. */
    private static boolean isOfAnOrganisation(Resource resource, Optional<Session> session) {
        boolean filed = session.filter(known -> known.role() == Role.CLIENT || known.role() == Role.USER)
                .isPresent();
        return resource instanceof Consent
                && (filed || Origin.received(resource).isPresent());
    }

    private static Stamp stamp(
            Resource resource, Optional<Resource> previous, String holder, boolean part2, boolean forHolderAlone) {
        Optional<Stamp> before = previous.map(Marks::of).flatMap(Marks::stamp);
        previous.ifPresent(old -> keepLabels(old, resource));
        EnumSet<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        kinds.addAll(KindRules.kinds(resource, part2));
        before.ifPresent(
                known -> known.kinds().stream().filter(LASTING::contains).forEach(kinds::add));
        return new Stamp(
                holder,
                part2,
                kinds,
                SubstanceRules.isPrivate(resource),
                before.flatMap(Stamp::received).or(() -> Origin.received(resource)),
                resource instanceof Consent
                        ? Optional.ofNullable(resource.getIdElement().getIdPart())
                        : Optional.empty(),
                forHolderAlone);
    }

    /** Labels are never lost from one version to the next; the storage carries them over as well. */
    private static void keepLabels(Resource old, Resource updated) {
        old.getMeta().getSecurity().stream()
                .filter(label -> updated.getMeta().getSecurity(label.getSystem(), label.getCode()) == null)
                .forEach(label -> updated.getMeta().addSecurity(label.copy()));
    }

    /** People take part in their own teams, and no link leads to a person. */
    private static List<Coding> links(Resource resource, Set<String> people) {
        return LinkRules.links(resource).stream()
                .filter(link -> !people.contains(link.getSystem()))
                .toList();
    }
}
