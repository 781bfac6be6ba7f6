package org.manypaths.consentdesk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;

/**
 * What a person signs, as {@code $file-consent} gets it.
 *
 * @param disclosers who may disclose; where nobody is named, the organisation that files it
 * @param recipients organisations by name
 * @param treatingProviders whether also all who treat the person, as a class
 * @param labels kinds of information that may go, as security labels; none: the record of the programme
 * @param kept kinds that the person keeps back whatever else they let go
 * @param purposes codes of v3-ActReason
 * @param ends a day; or
 * @param endsWith a code of ihrp-consent-expiry, with words where it is an event
 * @param words what may go, in the person's own words
 * @param told codes of ihrp-consent-statement: what the person was told before signing
 * @param signers who signed; where nobody is named, the person
 * @param ground a code of ihrp-representative-basis, where somebody signed for the person or with them
 * @param signed when
 * @param paper how the signed document is called and where it is kept
 */
record ConsentForm(
        List<Reference> disclosers,
        List<Reference> recipients,
        boolean treatingProviders,
        List<String> labels,
        List<String> kept,
        List<String> purposes,
        Optional<DateTimeType> ends,
        Optional<String> endsWith,
        Optional<String> endsWithWords,
        Optional<String> words,
        List<String> told,
        List<Reference> signers,
        Optional<String> ground,
        Optional<DateTimeType> signed,
        Optional<String> paper) {

    boolean saysNothing() {
        return !treatingProviders
                && Stream.of(disclosers, recipients, labels, kept, purposes, told, signers)
                        .allMatch(List::isEmpty)
                && Stream.of(ends, endsWith, endsWithWords, words, ground, signed, paper)
                        .allMatch(Optional::isEmpty);
    }
}
