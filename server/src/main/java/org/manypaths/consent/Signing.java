package org.manypaths.consent;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Signature;
import org.manypaths.conformance.Canonical;

/**
 * Who signed a consent, as it is written.
 *
 * @param byThePerson whether the person did themselves; so it is taken where nobody is named at all
 * @param ground a code of {@code ihrp-representative-basis}: on what ground somebody signed for the person or with them
 * @param on the day, where it is written
 */
public record Signing(boolean byThePerson, Optional<String> ground, Optional<LocalDate> on) {

    private static final String DEFINITIONS = Canonical.BASE + "/StructureDefinition/";
    private static final String GROUNDS = Canonical.BASE + "/CodeSystem/ihrp-representative-basis";

    /** By its {@code performer}s and signatures. */
    public static Signing of(Consent consent) {
        Optional<String> person = ConsentReader.id(consent.getPatient(), "Patient");
        Optional<String> ground = ground(consent);
        boolean nobody = signers(consent).findAny().isEmpty() && ground.isEmpty();
        boolean byThePerson = signers(consent)
                .flatMap(signer -> ConsentReader.id(signer, "Patient").stream())
                .anyMatch(signer -> person.filter(signer::equals).isPresent());
        return new Signing(nobody || byThePerson, ground, day(consent.getDateTimeElement()));
    }

    private static Stream<Reference> signers(Consent consent) {
        Stream<Reference> signatures = consent.getExtensionsByUrl(DEFINITIONS + "ihrp-consent-signature").stream()
                .map(Extension::getValue)
                .filter(Signature.class::isInstance)
                .map(value -> ((Signature) value).getWho());
        return Stream.concat(consent.getPerformer().stream(), signatures).filter(signer -> !signer.isEmpty());
    }

    private static Optional<String> ground(Consent consent) {
        return consent.getExtensionsByUrl(DEFINITIONS + "ihrp-representative-basis").stream()
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
                .filter(coding -> GROUNDS.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }

    private static Optional<LocalDate> day(BaseDateTimeType time) {
        return Optional.ofNullable(time.getValueAsString())
                .filter(text -> text.length() >= "2026-01-01".length())
                .map(text -> LocalDate.parse(text.substring(0, "2026-01-01".length())));
    }
}
