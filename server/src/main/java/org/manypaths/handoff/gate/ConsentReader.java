package org.manypaths.handoff.gate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ConsentVerificationComponent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentRecord.Lifecycle;
import org.manypaths.consent.ConsentScope;
import org.manypaths.handoff.gap.Moments;

/** Reads a Consent as the decision sees it. What it does not understand permits nothing. */
final class ConsentReader {

    private static final String EXTENSIONS = Canonical.BASE + "/StructureDefinition/";
    private static final Set<String> DISCLOSERS = Set.of("CST", "CUST");

    private final Consent consent;
    private final ProvisionReader provisions;

    private ConsentReader(Consent consent) {
        this.consent = consent;
        this.provisions = new ProvisionReader(consent);
    }

    static ConsentRecord read(Consent consent) {
        return new ConsentReader(consent).read();
    }

    private ConsentRecord read() {
        List<ConsentScope> permits = provisions.permits();
        Set<String> disclosers = disclosers();
        return new ConsentRecord(
                consent.getIdElement().getIdPart(),
                id(consent.getPatient()),
                disclosers,
                lifecycle(),
                missing(permits, disclosers),
                permits,
                provisions.denies(),
                Set.of());
    }

    private Lifecycle lifecycle() {
        boolean signable = consent.getStatus() == ConsentState.ACTIVE || consent.getStatus() == ConsentState.INACTIVE;
        boolean takenBack =
                consent.getStatus() == ConsentState.INACTIVE || consent.getStatus() == ConsentState.REJECTED;
        return new Lifecycle(
                signable && isSigned() ? signedAt() : Optional.empty(),
                expiresAt(),
                Optional.empty(),
                // When it was taken back is not told; that it was is enough for every moment.
                takenBack ? Optional.of(Instant.MIN) : Optional.empty(),
                consent.getStatus() == ConsentState.ENTEREDINERROR);
    }

    private boolean isSigned() {
        return consent.hasSource()
                || consent.hasExtension(EXTENSIONS + "ihrp-consent-signature")
                || consent.getVerification().stream().anyMatch(ConsentVerificationComponent::getVerified);
    }

    private Optional<Instant> signedAt() {
        return Moments.start(consent.getDateTimeElement(), ZoneOffset.UTC).map(OffsetDateTime::toInstant);
    }

    /** A day is over at midnight where the consent was signed. */
    private Optional<Instant> expiresAt() {
        return consent.getProvision().getPeriod().hasEnd()
                ? Optional.of(Moments.end(
                                consent.getProvision().getPeriod().getEndElement(),
                                Moments.start(consent.getDateTimeElement(), ZoneOffset.UTC)
                                        .map(OffsetDateTime::getOffset)
                                        .orElse(ZoneOffset.UTC))
                        .toInstant())
                : Optional.empty();
    }

    private Set<String> disclosers() {
        Set<String> named = consent.getProvision().getActor().stream()
                .filter(actor -> ProvisionReader.hasRole(actor, DISCLOSERS))
                .map(actor -> id(actor.getReference()))
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? consent.getOrganization().stream().map(ConsentReader::id).collect(Collectors.toSet())
                : named;
    }

    /** The elements of 42 CFR 2.31(a) without which it is no consent. */
    private Set<String> missing(List<ConsentScope> permits, Set<String> disclosers) {
        Set<String> missing = new HashSet<>();
        addIf(missing, "discloser", disclosers.isEmpty());
        addIf(missing, "information", permits.stream().allMatch(scope -> scope.kinds()
                .isEmpty()));
        addIf(missing, "purpose", permits.stream().allMatch(scope -> scope.purposes()
                .isEmpty()));
        addIf(missing, "recipient", permits.isEmpty());
        addIf(missing, "right to revoke", !statesRevocation());
        addIf(
                missing,
                "expiry",
                !consent.getProvision().getPeriod().hasEnd()
                        && !consent.hasExtension(EXTENSIONS + "ihrp-consent-expiry"));
        return missing;
    }

    private boolean statesRevocation() {
        return consent.getExtensionsByUrl(EXTENSIONS + "ihrp-consent-statement").stream()
                .map(Extension::getValue)
                .anyMatch(value -> value != null && "revocation".equals(value.primitiveValue()));
    }

    private static void addIf(Set<String> set, String element, boolean condition) {
        if (condition) {
            set.add(element);
        }
    }

    static String id(Reference reference) {
        String id = reference.getReferenceElement().getIdPart();
        return id == null ? "" : id;
    }

    /** The provision and all those inside it. */
    static Stream<ProvisionComponent> flat(ProvisionComponent provision) {
        return Stream.concat(
                Stream.of(provision), provision.getProvision().stream().flatMap(ConsentReader::flat));
    }
}
