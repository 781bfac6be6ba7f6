package org.manypaths.reception;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.manypaths.access.Origin;

/** Finds the person of a document among the people of the receiving organization: by identifier, else by nothing. */
class PersonMatcher {

    private static final Set<AdministrativeGender> GENDERS =
            EnumSet.of(AdministrativeGender.FEMALE, AdministrativeGender.MALE);

    private final DaoRegistry daos;

    PersonMatcher(DaoRegistry daos) {
        this.daos = daos;
    }

    /** @throws org.manypaths.refusal.Refusal if the identifiers belong to several people here: somebody has to look */
    PersonMatch find(Patient arrived, String organization) {
        List<Patient> same = byIdentifier(arrived, organization);
        if (same.size() > 1) {
            throw ReceptionCode.UNCLEAR_PERSON.refusal(
                    "The identifiers of the person are those of " + same.size() + " people of yours.",
                    "Find out who it is and mend the identifiers, then send the document again.");
        }
        return same.isEmpty()
                ? new PersonMatch(Optional.empty(), bySight(arrived, organization))
                : new PersonMatch(Optional.of(same.get(0)), List.of());
    }

    /**
     * Whoever stands where the person of the document would be stored has to be that person: addresses are given anew.
     *
     * @throws org.manypaths.refusal.Refusal if no identifier is common, or where one has none, if name, birth or gender differ
     */
    static void requireSame(Patient here, Patient arrived) {
        Set<String> ours = identifiers(here);
        Set<String> theirs = identifiers(arrived);
        boolean other = (ours.isEmpty() || theirs.isEmpty())
                ? isOtherBySight(here, arrived)
                : Collections.disjoint(ours, theirs);
        if (other) {
            throw ReceptionCode.UNCLEAR_PERSON.refusal(
                    "Somebody else came before under the fullUrl of this person: Patient/"
                            + here.getIdElement().getIdPart() + ".",
                    "Ask the sender who it is. If it is the same person, give both one identifier in common.");
        }
    }

    /**
     * Whoever is found by an identifier may be somebody else: one that is {@code old} may have passed on, and nobody has
     * another name, birth and gender at once.
     *
     * @param sameAddress whether the person came before under the same {@code fullUrl}; an old identifier is enough then
     * @throws org.manypaths.refusal.Refusal if somebody has to look
     */
    static void requireCertain(Patient here, Patient arrived, boolean sameAddress) {
        String known = "Patient/" + here.getIdElement().getIdPart();
        if (!sameAddress && Collections.disjoint(valid(here), valid(arrived))) {
            throw ReceptionCode.UNCLEAR_PERSON.refusal(
                    "All that the person has in common with " + known
                            + " is an identifier that is marked as old, and it may be somebody else's by now.",
                    "Find out whether it is the same person. If so, give both an identifier in common that is in use,"
                            + " and send the document again.");
        }
        if (haveOtherFamilies(here, arrived) && haveOtherBirths(here, arrived) && haveOtherGenders(here, arrived)) {
            throw ReceptionCode.UNCLEAR_PERSON.refusal(
                    "The person has an identifier of " + known + ", and another family name, birth and gender.",
                    "Find out whether it is the same person. Mend the identifier or what is said of the person, and send"
                            + " the document again.");
        }
    }

    private static boolean isOtherBySight(Patient here, Patient arrived) {
        return haveOtherFamilies(here, arrived) || haveOtherBirths(here, arrived) || haveOtherGenders(here, arrived);
    }

    private static boolean haveOtherFamilies(Patient here, Patient arrived) {
        Set<String> ours = families(here);
        Set<String> theirs = families(arrived);
        return !ours.isEmpty() && !theirs.isEmpty() && Collections.disjoint(ours, theirs);
    }

    private static boolean haveOtherBirths(Patient here, Patient arrived) {
        return differ(
                here.getBirthDateElement().getValueAsString(),
                arrived.getBirthDateElement().getValueAsString());
    }

    private static boolean haveOtherGenders(Patient here, Patient arrived) {
        return GENDERS.containsAll(EnumSet.of(gender(here), gender(arrived))) && gender(here) != gender(arrived);
    }

    /** Whoever has married has two. */
    private static Set<String> families(Patient patient) {
        return patient.getName().stream()
                .filter(HumanName::hasFamily)
                .map(name -> name.getFamily().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Of dates of birth the year or the month alone may be known. */
    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.startsWith(other) && !other.startsWith(one);
    }

    private static AdministrativeGender gender(Patient patient) {
        return Optional.ofNullable(patient.getGender()).orElse(AdministrativeGender.NULL);
    }

    private static Set<String> identifiers(Patient patient) {
        return identifiers(patient, identifier -> true);
    }

    /** Those that nobody says have passed out of use. */
    private static Set<String> valid(Patient patient) {
        return identifiers(patient, identifier -> identifier.getUse() != IdentifierUse.OLD);
    }

    private static Set<String> identifiers(Patient patient, Predicate<Identifier> some) {
        return patient.getIdentifier().stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .filter(some)
                .map(Identifiers::key)
                .collect(Collectors.toSet());
    }

    /** People of the organization who have one of the person's identifiers. */
    List<Patient> byIdentifier(Patient arrived, String organization) {
        TokenOrListParam identifiers = new TokenOrListParam();
        for (Identifier identifier : arrived.getIdentifier()) {
            if (identifier.hasSystem() && identifier.hasValue()) {
                identifiers.add(new TokenParam(identifier.getSystem(), identifier.getValue()));
            }
        }
        return identifiers.size() == 0
                ? List.of()
                : search(new SearchParameterMap().add(Patient.SP_IDENTIFIER, identifiers), organization);
    }

    private List<Patient> bySight(Patient arrived, String organization) {
        if (!arrived.hasBirthDate() || !arrived.getNameFirstRep().hasFamily()) {
            return List.of();
        }
        SearchParameterMap query = new SearchParameterMap()
                .add(
                        Patient.SP_BIRTHDATE,
                        new DateParam(arrived.getBirthDateElement().getValueAsString()))
                .add(
                        Patient.SP_FAMILY,
                        new StringParam(arrived.getNameFirstRep().getFamily(), true));
        return search(query, organization);
    }

    private List<Patient> search(SearchParameterMap query, String organization) {
        RequestDetails itself = new SystemRequestDetails();
        return daos
                .getResourceDao(Patient.class)
                .search(query.setLoadSynchronous(true), itself)
                .getAllResources()
                .stream()
                .map(Patient.class::cast)
                .filter(patient -> Origin.isOf(patient, organization))
                .toList();
    }
}
