package org.manypaths.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.conformance.Canonical;

/**
 * The provisions of a consent as scopes.
 *
 * <p>The outer provision says what holds; those within are its exceptions and take from it what they do not say. An
 * outer denial with permits within is the usual "nothing but", and denies nothing by itself.
 */
final class ProvisionReader {

    static final String RECIPIENT_CLASS = Canonical.BASE + "/StructureDefinition/ihrp-recipient-class";
    static final String INTERMEDIARY = Canonical.BASE + "/StructureDefinition/ihrp-intermediary";

    private final Consent consent;
    private final Consent.ProvisionComponent root;

    ProvisionReader(Consent consent) {
        this.consent = consent;
        this.root = consent.getProvision();
    }

    /** What the consent lets out; a provision that says nothing specific, or what cannot be checked, lets out nothing. */
    List<ConsentScope> permits() {
        return provisions(ConsentProvisionType.PERMIT)
                .flatMap(provision -> recipients(provision).stream()
                        .map(recipients -> scope(provision, kindsLetOut(provision), purposes(provision), recipients)))
                .toList();
    }

    /** What the consent keeps back; where a denial leaves something open, it is all of that. */
    List<ConsentScope> denies() {
        boolean exceptions = root.getProvision().stream().anyMatch(this::isPermit);
        return provisions(ConsentProvisionType.DENY)
                .filter(provision -> provision != root || !exceptions)
                .flatMap(provision -> orAnybody(recipients(provision)).stream()
                        .map(recipients -> scope(
                                provision,
                                kindsKeptBack(provision),
                                orAll(purposes(provision), EnumSet.allOf(Purpose.class)),
                                recipients)))
                .toList();
    }

    private Stream<Consent.ProvisionComponent> provisions(ConsentProvisionType type) {
        return ConsentReader.provisions(consent)
                .filter(provision -> isPermit(provision) == (type == ConsentProvisionType.PERMIT));
    }

    /** R4: a provision without a type at the root permits; one within says the opposite of its root. */
    private boolean isPermit(Consent.ProvisionComponent provision) {
        if (provision.hasType()) {
            return provision.getType() == ConsentProvisionType.PERMIT;
        }
        return provision == root ? root.hasActor() || root.hasPurpose() : !isPermit(root);
    }

    private ConsentScope scope(
            Consent.ProvisionComponent provision,
            Set<InformationKind> kinds,
            Set<Purpose> purposes,
            Recipients recipients) {
        return new ConsentScope(
                types(provision),
                kinds,
                purposes,
                recipients,
                provision.getDataPeriod().hasStart()
                        ? Optional.of(
                                ConsentReader.start(provision.getDataPeriod().getStartElement()))
                        : Optional.<Instant>empty(),
                provision.getDataPeriod().hasEnd()
                        ? Optional.of(
                                ConsentReader.end(provision.getDataPeriod().getEndElement(), consent))
                        : Optional.<Instant>empty());
    }

    private static Set<String> types(Consent.ProvisionComponent provision) {
        return provision.getClass_().stream()
                .map(Coding::getCode)
                .filter(code -> code != null && code.matches("[A-Z][A-Za-z]+"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<InformationKind> kindsLetOut(Consent.ProvisionComponent provision) {
        if (provision.hasCode()
                || provision.hasData()
                || types(provision).size() < provision.getClass_().size()) {
            return Set.of();
        }
        Set<InformationKind> labelled = InformationLabels.spokenOf(labels(provision));
        return labelled.isEmpty() && provision.hasClass_() ? InformationLabels.recordOfAProgramme() : labelled;
    }

    private Set<InformationKind> kindsKeptBack(Consent.ProvisionComponent provision) {
        return orAll(InformationLabels.spokenOf(provision.getSecurityLabel()), EnumSet.allOf(InformationKind.class));
    }

    private List<Coding> labels(Consent.ProvisionComponent provision) {
        return provision.hasSecurityLabel() ? provision.getSecurityLabel() : root.getSecurityLabel();
    }

    private Set<Purpose> purposes(Consent.ProvisionComponent provision) {
        return Purposes.of(provision.hasPurpose() ? provision.getPurpose() : root.getPurpose());
    }

    private static <T> Set<T> orAll(Set<T> some, Set<T> all) {
        return some.isEmpty() ? all : some;
    }

    private static List<Recipients> orAnybody(List<Recipients> recipients) {
        return recipients.isEmpty() ? List.of(new Recipients.Anybody()) : recipients;
    }

    /** By name in the provision itself, or else in the root; and, for the consent as a whole, by class or intermediary. */
    List<Recipients> recipients(Consent.ProvisionComponent provision) {
        List<Recipients> all = new ArrayList<>();
        Set<String> own = named(provision);
        Set<String> named = own.isEmpty() ? named(root) : own;
        if (!named.isEmpty()) {
            all.add(new Recipients.Named(named));
        }
        if (own.isEmpty() || provision == root) {
            if (consent.getExtensionsByUrl(RECIPIENT_CLASS).stream().anyMatch(ProvisionReader::isTreatingProviders)) {
                all.add(new Recipients.TreatingProviders());
            }
            consent.getExtensionsByUrl(INTERMEDIARY)
                    .forEach(each -> intermediary(each).ifPresent(all::add));
        }
        return all;
    }

    private static Set<String> named(Consent.ProvisionComponent provision) {
        return ConsentReader.organizations(provision.getActor().stream()
                .filter(ConsentReader::isRecipient)
                .map(Consent.provisionActorComponent::getReference));
    }

    private static boolean isTreatingProviders(Extension extension) {
        return extension.getValue() instanceof org.hl7.fhir.r4.model.CodeableConcept concept
                && concept.hasCoding(Canonical.BASE + "/CodeSystem/ihrp-recipient-class", "treating-providers");
    }

    /** One that names participants of whom none is an organisation reaches nobody; without any, those who treat. */
    private static Optional<Recipients> intermediary(Extension extension) {
        Optional<String> who = reference(extension.getExtensionByUrl("who"));
        List<Extension> participants = extension.getExtensionsByUrl("participant");
        Set<String> organizations =
                participants.stream().flatMap(each -> reference(each).stream()).collect(Collectors.toUnmodifiableSet());
        boolean treating = extension.getExtensionByUrl("participantClass") != null;
        return who.filter(id -> treating ? participants.isEmpty() : !organizations.isEmpty())
                .map(id -> new Recipients.ThroughIntermediary(id, organizations));
    }

    private static Optional<String> reference(@org.jspecify.annotations.Nullable Extension extension) {
        return extension != null && extension.getValue() instanceof Reference reference
                ? ConsentReader.id(reference, "Organization")
                : Optional.empty();
    }
}
