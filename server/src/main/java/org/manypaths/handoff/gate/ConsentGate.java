package org.manypaths.handoff.gate;

import java.time.Instant;
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
import org.manypaths.consent.Caller;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentRules;
import org.manypaths.consent.ConsentState;
import org.manypaths.consent.Decision;
import org.manypaths.consent.DisclosureRequest;
import org.manypaths.consent.RecipientKind;
import org.manypaths.consent.Relationships;

/**
 * Lets out what 42 CFR Part 2 lets out, by the consents in the person's record.
 *
 * <p>What the law takes the recipient for is not registered anywhere yet, so it counts as none that gets anything
 * without a consent; its own records it may of course have.
 */
public final class ConsentGate implements DisclosureGate {

    @Override
    public Passage open(Question question, List<Resource> records) {
        List<Consent> consents = records.stream()
                .filter(Consent.class::isInstance)
                .map(Consent.class::cast)
                .filter(consent -> ConsentReader.id(consent.getPatient()).equals(question.person()))
                .toList();
        List<ConsentRecord> read = consents.stream().map(ConsentReader::read).toList();
        Decider decider = new Decider(question, standingOn(question.consent(), read), records);
        Set<String> travels = new HashSet<>();
        Set<String> restsOn = new LinkedHashSet<>();
        for (Resource record : records) {
            if (isOfThePerson(record) && decider.decide(record) instanceof Decision.Permit permit) {
                travels.add(Passage.key(record));
                permit.consent().ifPresent(restsOn::add);
            }
        }
        if (!travels.isEmpty()) {
            records.stream()
                    .filter(record -> !isOfThePerson(record) && !(record instanceof Consent))
                    .forEach(record -> travels.add(Passage.key(record)));
        }
        List<Consent> needed = consents.stream()
                .filter(consent -> restsOn.contains(consent.getIdElement().getIdPart()))
                .toList();
        needed.forEach(consent -> travels.add(Passage.key(consent)));
        return new Passage(travels, needed, named(question, read));
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
                        .map(consent -> consent.id().equals(named.get())
                                ? consent
                                : new ConsentRecord(
                                        consent.id(),
                                        consent.person(),
                                        consent.discloser(),
                                        consent.lifecycle(),
                                        consent.missing(),
                                        List.of(),
                                        consent.denies(),
                                        consent.replaces()))
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
        private final RecordReader reader;

        Decider(Question question, List<ConsentRecord> consents, List<Resource> records) {
            this.question = question;
            this.consents = consents;
            this.reader = new RecordReader(question, records);
            this.relationships = new Relationships(treating(records), Set.of(), Set.of());
            this.recipient = new Caller(
                    question.recipient(),
                    RecipientKind.OTHER,
                    Set.of(question.purpose()),
                    Set.of(question.recipient()),
                    Optional.empty());
        }

        Decision decide(Resource record) {
            return ConsentRules.decide(
                    new DisclosureRequest(
                            recipient,
                            question.purpose(),
                            reader.read(record),
                            question.at().toInstant(),
                            Optional.empty()),
                    consents,
                    relationships);
        }

        private static Set<String> treating(List<Resource> records) {
            Stream<Reference> episodes = records.stream()
                    .filter(EpisodeOfCare.class::isInstance)
                    .map(EpisodeOfCare.class::cast)
                    .filter(episode -> episode.getStatus() == EpisodeOfCareStatus.ACTIVE)
                    .map(EpisodeOfCare::getManagingOrganization);
            Stream<Reference> teams = records.stream()
                    .filter(CareTeam.class::isInstance)
                    .map(CareTeam.class::cast)
                    .filter(team -> team.getStatus() == CareTeam.CareTeamStatus.ACTIVE)
                    .flatMap(team -> team.getManagingOrganization().stream());
            return Stream.concat(episodes, teams).map(ConsentReader::id).collect(Collectors.toSet());
        }
    }
}
