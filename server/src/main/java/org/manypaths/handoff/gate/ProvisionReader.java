package org.manypaths.handoff.gate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Period;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.ConsentScope;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.Recipients;
import org.manypaths.handoff.gap.Moments;

/**
 * What the provisions of a consent let out and what they keep back.
 *
 * <p>A nested provision says less than the one around it: where it names no purpose or recipient, it means those. A
 * recipient that passes records on to others (an intermediary) is not read, so nothing goes by that way.
 */
final class ProvisionReader {

    private static final String RECIPIENT_CLASS = Canonical.BASE + "/StructureDefinition/ihrp-recipient-class";
    private static final String CLASSES = Canonical.BASE + "/CodeSystem/ihrp-recipient-class";
    private static final Set<String> RECIPIENTS = Set.of("IRCP", "PRCP");

    private final Consent consent;

    ProvisionReader(Consent consent) {
        this.consent = consent;
    }

    List<ConsentScope> permits() {
        return ConsentReader.flat(consent.getProvision())
                .filter(provision -> provision.getType() == ConsentProvisionType.PERMIT)
                .flatMap(provision -> scopes(provision, Labels.covered(provision.getSecurityLabel())))
                .toList();
    }

    /** A provision that keeps something back without saying what keeps back all. */
    List<ConsentScope> denies() {
        return consent.getProvision().getProvision().stream()
                .flatMap(ConsentReader::flat)
                .filter(provision -> provision.getType() == ConsentProvisionType.DENY)
                .flatMap(provision -> scopes(provision, covered(provision)))
                .toList();
    }

    private static Set<InformationKind> covered(ProvisionComponent provision) {
        Set<InformationKind> named = Labels.covered(provision.getSecurityLabel());
        return named.isEmpty() ? Set.of(InformationKind.values()) : named;
    }

    private Stream<ConsentScope> scopes(ProvisionComponent provision, Set<InformationKind> kinds) {
        ProvisionComponent root = consent.getProvision();
        Set<Purpose> purposes = purposes(provision.hasPurpose() ? provision : root);
        Period data = provision.getDataPeriod();
        return recipients(provision).stream()
                .map(recipients -> new ConsentScope(
                        kinds,
                        purposes,
                        recipients,
                        start(data),
                        data.hasEnd()
                                ? Optional.of(Moments.end(data.getEndElement(), ZoneOffset.UTC)
                                        .toInstant())
                                : Optional.empty()));
    }

    private static Optional<Instant> start(Period period) {
        return Moments.start(period.getStartElement(), ZoneOffset.UTC).map(OffsetDateTime::toInstant);
    }

    private static Set<Purpose> purposes(ProvisionComponent provision) {
        return provision.getPurpose().stream()
                .flatMap(purpose -> Labels.purpose(purpose).stream())
                .collect(Collectors.toSet());
    }

    private List<Recipients> recipients(ProvisionComponent provision) {
        List<Recipients> recipients = new ArrayList<>();
        Set<String> own = named(provision);
        Set<String> named = own.isEmpty() ? named(consent.getProvision()) : own;
        if (!named.isEmpty()) {
            recipients.add(new Recipients.Named(named));
        }
        boolean treating = consent.getExtensionsByUrl(RECIPIENT_CLASS).stream()
                .anyMatch(extension -> extension.getValue() instanceof CodeableConcept concept
                        && concept.hasCoding(CLASSES, "treating-providers"));
        if (treating && own.isEmpty()) {
            recipients.add(new Recipients.TreatingProviders());
        }
        return recipients;
    }

    private static Set<String> named(ProvisionComponent provision) {
        return provision.getActor().stream()
                .filter(actor -> hasRole(actor, RECIPIENTS))
                .map(actor -> ConsentReader.id(actor.getReference()))
                .collect(Collectors.toSet());
    }

    static boolean hasRole(provisionActorComponent actor, Set<String> roles) {
        return actor.getRole().getCoding().stream()
                .map(Coding::getCode)
                .anyMatch(code -> code != null && roles.contains(code));
    }
}
