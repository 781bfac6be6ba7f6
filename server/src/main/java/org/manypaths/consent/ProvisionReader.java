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
 * outer denial with permits within is the usual "nothing but", and denies nothing by itself. What cannot be read lets
 * nothing out, and keeps all of that back.
 */
final class ProvisionReader {

    static final String RECIPIENT_CLASS = Canonical.BASE + "/StructureDefinition/ihrp-recipient-class";
    static final String INTERMEDIARY = Canonical.BASE + "/StructureDefinition/ihrp-intermediary";

    private static final String ACTION = "http://terminology.hl7.org/CodeSystem/consentaction";
    private static final Set<String> GIVING_OUT = Set.of("access", "disclose", "use", "correct");

    private final Consent consent;
    private final Consent.ProvisionComponent root;

    ProvisionReader(Consent consent) {
        this.consent = consent;
        this.root = consent.getProvision();
    }

    /** What the consent lets out; a provision that says nothing specific, or what cannot be checked, lets out nothing. */
    List<ConsentScope> permits() {
        return ConsentReader.provisions(consent)
                .filter(this::isPermit)
                .flatMap(provision -> recipients(provision).stream()
                        .map(recipients -> scope(
                                provision, types(provision), kindsLetOut(provision), purposes(provision), recipients)))
                .toList();
    }

    /** What the consent keeps back; where a denial leaves something open, or cannot be read, it is all of that. */
    List<ConsentScope> denies() {
        boolean exceptions = root.getProvision().stream().anyMatch(this::isPermit);
        Stream<Consent.ProvisionComponent> within =
                root.getProvision().stream().flatMap(provision -> denials(provision, isPermit(provision)));
        Stream<Consent.ProvisionComponent> outer = isPermit(root) || exceptions ? Stream.empty() : Stream.of(root);
        return Stream.concat(outer, within)
                .flatMap(provision -> deniedTo(provision).stream()
                        .map(recipients -> scope(
                                provision,
                                typesKeptBack(provision),
                                kindsKeptBack(provision),
                                purposesKeptBack(provision),
                                recipients)))
                .toList();
    }

    /** At whatever depth: an exception from an exception lets out nothing, but what is kept back there stays back. */
    private static Stream<Consent.ProvisionComponent> denials(Consent.ProvisionComponent provision, boolean permit) {
        Stream<Consent.ProvisionComponent> within =
                provision.getProvision().stream().flatMap(each -> denials(each, isPermit(each, !permit)));
        return permit ? within : Stream.concat(Stream.of(provision), within);
    }

    /** R4: a provision without a type at the root permits; one within says the opposite of what it stands in. */
    private boolean isPermit(Consent.ProvisionComponent provision) {
        return provision == root
                ? isPermit(root, root.hasActor() || root.hasPurpose())
                : isPermit(provision, !isPermit(root));
    }

    private static boolean isPermit(Consent.ProvisionComponent provision, boolean unlessSaid) {
        return provision.hasType() ? provision.getType() == ConsentProvisionType.PERMIT : unlessSaid;
    }

    private ConsentScope scope(
            Consent.ProvisionComponent provision,
            Set<String> types,
            Set<InformationKind> kinds,
            Set<Purpose> purposes,
            Recipients recipients) {
        return new ConsentScope(
                types,
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

    /** One class that is no type leaves open what is meant: any. */
    private static Set<String> typesKeptBack(Consent.ProvisionComponent provision) {
        return namesTypesAlone(provision) ? types(provision) : Set.of();
    }

    private static boolean namesTypesAlone(Consent.ProvisionComponent provision) {
        return types(provision).size() == provision.getClass_().size();
    }

    private Set<InformationKind> kindsLetOut(Consent.ProvisionComponent provision) {
        if (provision.hasCode()
                || provision.hasData()
                || hasTimeOfItsOwn(provision)
                || !isAboutGivingOut(provision)
                || !namesTypesAlone(provision)) {
            return Set.of();
        }
        Set<InformationKind> labelled = InformationLabels.spokenOf(labels(provision));
        return labelled.isEmpty() && provision.hasClass_() ? InformationLabels.recordOfAProgramme() : labelled;
    }

    /** The consent as a whole has one time, that of its root; a second one is not read. */
    private boolean hasTimeOfItsOwn(Consent.ProvisionComponent provision) {
        return provision != root && provision.hasPeriod();
    }

    /** A provision about collecting, say, is none about what leaves. */
    private static boolean isAboutGivingOut(Consent.ProvisionComponent provision) {
        return !provision.hasAction()
                || provision.getAction().stream()
                        .flatMap(action -> action.getCoding().stream())
                        .anyMatch(coding -> ACTION.equals(coding.getSystem()) && GIVING_OUT.contains(coding.getCode()));
    }

    private static Set<InformationKind> kindsKeptBack(Consent.ProvisionComponent provision) {
        List<Coding> labels = provision.getSecurityLabel();
        return !labels.isEmpty() && InformationLabels.areKnown(labels)
                ? InformationLabels.spokenOf(labels)
                : EnumSet.allOf(InformationKind.class);
    }

    private Set<Purpose> purposesKeptBack(Consent.ProvisionComponent provision) {
        List<Coding> purposes = provision.hasPurpose() ? provision.getPurpose() : root.getPurpose();
        return !purposes.isEmpty() && Purposes.areKnown(purposes)
                ? Purposes.of(purposes)
                : EnumSet.allOf(Purpose.class);
    }

    private List<Coding> labels(Consent.ProvisionComponent provision) {
        return provision.hasSecurityLabel() ? provision.getSecurityLabel() : root.getSecurityLabel();
    }

    private Set<Purpose> purposes(Consent.ProvisionComponent provision) {
        return Purposes.of(provision.hasPurpose() ? provision.getPurpose() : root.getPurpose());
    }

    /** Whoever is named, in whatever role but that of giving out; one who is no organisation may be anybody. */
    private List<Recipients> deniedTo(Consent.ProvisionComponent provision) {
        List<Reference> named = others(provision);
        if (named.isEmpty()) {
            List<Recipients> all =
                    root.getProvision().contains(provision) || provision == root ? recipients(provision) : List.of();
            return all.isEmpty() ? List.of(new Recipients.Anybody()) : all;
        }
        return named.stream()
                        .allMatch(who -> ConsentReader.id(who, "Organization").isPresent())
                ? List.of(new Recipients.Named(ConsentReader.organizations(named.stream())))
                : List.of(new Recipients.Anybody());
    }

    private static List<Reference> others(Consent.ProvisionComponent provision) {
        return provision.getActor().stream()
                .filter(actor -> !ConsentReader.isDiscloser(actor))
                .map(Consent.provisionActorComponent::getReference)
                .toList();
    }

    /** By name in the provision itself, or else in the root; and, for the consent as a whole, by class or intermediary. */
    List<Recipients> recipients(Consent.ProvisionComponent provision) {
        List<Recipients> all = new ArrayList<>();
        boolean own = !others(provision).isEmpty();
        Set<String> named = named(own ? provision : root);
        if (!named.isEmpty()) {
            all.add(new Recipients.Named(named));
        }
        if (!own || provision == root) {
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
