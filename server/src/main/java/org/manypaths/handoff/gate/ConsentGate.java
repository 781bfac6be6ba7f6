package org.manypaths.handoff.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.Origin;
import org.manypaths.access.Reading;
import org.manypaths.consent.BirthDate;
import org.manypaths.consent.Caller;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentRules;
import org.manypaths.consent.ConsentState;
import org.manypaths.consent.Decision;
import org.manypaths.consent.DisclosureRequest;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.RecipientKind;
import org.manypaths.consent.RecordFacts;
import org.manypaths.consent.Relationships;
import org.manypaths.consent.SigningRules;

/**
 * Lets out what 42 CFR Part 2 lets out, by the consents in the person's record.
 *
 * <p>What the law takes the recipient for is not asked, so it counts as none that gets anything without a consent; its own records it may of course have.
 */
public final class ConsentGate implements DisclosureGate {

    private static final List<String> TELL_OF_MEDICINES = List.of(
            "MedicationRequest",
            "MedicationAdministration",
            "MedicationDispense",
            "MedicationStatement",
            "Observation");

    /** What a medicine for substance use, its doses and what is told of it can be marked as. */
    private static final Set<InformationKind> KINDS = EnumSet.of(
            InformationKind.GENERAL_HEALTH,
            InformationKind.SUBSTANCE_USE,
            InformationKind.ALCOHOL_USE,
            InformationKind.OPIOID_USE,
            InformationKind.MENTAL_HEALTH);

    private final SigningRules rules;

    public ConsentGate(SigningRules rules) {
        this.rules = rules;
    }

    @Override
    public Passage open(Question question, List<Resource> held) {
        List<Resource> records = held.stream().filter(question::concerns).toList();
        List<Consent> consents = records.stream()
                .filter(Consent.class::isInstance)
                .map(Consent.class::cast)
                .filter(consent -> Holders.id(consent.getPatient()).equals(question.person()))
                .toList();
        Optional<LocalDate> born = born(question, records);
        List<ConsentRecord> read = consents.stream()
                .map(consent -> Reading.consent(consent, rules, born, question.ours()))
                .toList();
        Decider decider = new Decider(question, standingOn(question.consent(), read), records);
        Set<String> travels = new HashSet<>();
        Set<String> restsOn = new LinkedHashSet<>();
        Set<String> kept = new HashSet<>();
        for (Resource record : records) {
            if (!isOfThePerson(record)) {
                continue;
            }
            if (decider.decide(record) instanceof Decision.Permit permit) {
                travels.add(Passage.key(record));
                permit.consent().ifPresent(restsOn::add);
            } else {
                kept.add(Passage.key(record));
            }
        }
        // In a document from several servers two records may have one name: neither goes in the name of the other.
        travels.removeAll(kept);
        if (!travels.isEmpty()) {
            records.stream()
                    .filter(record -> !isOfThePerson(record) && !(record instanceof Consent))
                    .forEach(record -> travels.add(Passage.key(record)));
        }
        List<Consent> needed = consents.stream()
                .filter(consent -> restsOn.contains(consent.getIdElement().getIdPart()))
                .toList();
        needed.forEach(consent -> travels.add(Passage.key(consent)));
        return new Passage(travels, needed, decider.letsAllOfMedicinesGo(), named(question, read));
    }

    private static Optional<LocalDate> born(Question question, List<Resource> records) {
        return records.stream()
                .filter(record -> record instanceof Patient
                        && record.getIdElement().getIdPart().equals(question.person()))
                .flatMap(person -> BirthDate.of((Patient) person).stream())
                .findFirst();
    }

    /** Colleagues, places and products, and the person as such, who goes along with any record at all. */
    private static boolean isOfThePerson(Resource record) {
        return !(record instanceof Organization
                || record instanceof Practitioner
                || record instanceof PractitionerRole
                || record instanceof Location
                || record instanceof Medication
                || record instanceof Patient
                || record instanceof Consent);
    }

    /** Where the sender names a consent, only that one permits; what any other keeps back stays back. */
    private static List<ConsentRecord> standingOn(Optional<String> named, List<ConsentRecord> consents) {
        return named.isEmpty()
                ? consents
                : consents.stream()
                        .map(consent -> consent.id().equals(named.get()) ? consent : consent.withoutPermits())
                        .toList();
    }

    private static Optional<ConsentState> named(Question question, List<ConsentRecord> consents) {
        Instant now = question.at().toInstant();
        return question.consent()
                .flatMap(name -> consents.stream()
                        .filter(consent -> consent.id().equals(name))
                        .findFirst())
                .map(consent -> ConsentState.at(consent, now));
    }

    /** The decisions on the records of one question. */
    private static final class Decider {

        private final Question question;
        private final List<ConsentRecord> consents;
        private final Relationships relationships;
        private final Caller recipient;
        private final Holders holders;

        Decider(Question question, List<ConsentRecord> consents, List<Resource> records) {
            this.question = question;
            this.consents = consents;
            this.holders = new Holders(question.sender(), records);
            this.relationships = new Relationships(treating(records), Set.of(), Set.of());
            this.recipient = new Caller(
                    question.recipient(),
                    RecipientKind.OTHER,
                    Set.of(question.purpose()),
                    Set.of(question.recipient()),
                    Optional.empty());
        }

        Decision decide(Resource record) {
            return decide(Reading.facts(record, question.person(), holders.of(record), question.ours()));
        }

        /** Asked of records that nobody holds: each kind of information in each type that tells of medicines or use. */
        boolean letsAllOfMedicinesGo() {
            return TELL_OF_MEDICINES.stream().allMatch(type -> KINDS.stream()
                    .map(kind -> new RecordFacts(
                            type,
                            question.person(),
                            question.sender(),
                            true,
                            Set.of(kind),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            Optional.empty()))
                    .allMatch(facts -> decide(facts).isPermit()));
        }

        private Decision decide(RecordFacts facts) {
            return ConsentRules.decide(
                    new DisclosureRequest(
                            recipient, question.purpose(), facts, question.at().toInstant(), Optional.empty()),
                    consents,
                    relationships);
        }

        private static Set<String> treating(List<Resource> records) {
            Stream<Reference> episodes = records.stream()
                    .filter(EpisodeOfCare.class::isInstance)
                    .filter(record -> !Origin.isReceived(record))
                    .map(EpisodeOfCare.class::cast)
                    .filter(episode -> episode.getStatus() == EpisodeOfCareStatus.ACTIVE)
                    .map(EpisodeOfCare::getManagingOrganization);
            Stream<Reference> teams = records.stream()
                    .filter(CareTeam.class::isInstance)
                    .filter(record -> !Origin.isReceived(record))
                    .map(CareTeam.class::cast)
                    .filter(team -> team.getStatus() == CareTeam.CareTeamStatus.ACTIVE)
                    .flatMap(team -> team.getManagingOrganization().stream());
            return Stream.concat(episodes, teams).map(Holders::id).collect(Collectors.toSet());
        }
    }
}
