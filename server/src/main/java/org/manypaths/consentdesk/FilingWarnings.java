package org.manypaths.consentdesk;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Consent;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.ScopeInWords;
import org.manypaths.refusal.Issue;

/** What the filer of a consent may not have meant. Pure. */
final class FilingWarnings {

    private FilingWarnings() {}

    /** @param record the consent that the form became */
    static List<Issue> of(ConsentForm form, ConsentRecord record) {
        if (!form.labels().isEmpty()) {
            return List.of();
        }
        TreeSet<InformationKind> kinds = record.letsOut().stream()
                .flatMap(scope -> scope.kinds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return List.of(DeskCode.PARAMETER.warning(
                "label",
                "No label says what may go, so all that the programme records goes: " + ScopeInWords.kinds(kinds) + "."
                        + (form.words().isPresent() ? " The words of the person are kept and not read." : ""),
                "Where less is meant, take this one back and file one with label for each kind that may go, or keep-back"
                        + " for each that stays: "
                        + String.join(", ", Codes.LABEL.all()) + "."));
    }

    static Issue onFile(Consent same) {
        return DeskCode.PARAMETER.warning(
                "signed",
                "The same consent is on file already, as Consent/"
                        + same.getIdElement().getIdPart() + ", and is not filed a second time.",
                "Nothing is left to do; where another paper was signed, say its signed and paper.");
    }
}
