package org.manypaths.access;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.conformance.Canonical;

/** What a record says of organisations and a decision may rest on: who receives by consent, who treats. Pure. */
final class LinkRules {

    static final String CLASS = "class";
    static final String TREATING_PROVIDERS = "treating-providers";

    private static final String DEFINITIONS = Canonical.BASE + "/StructureDefinition/";

    private static final String HANDOFF = DEFINITIONS + "ihrp-handoff-task";

    private LinkRules() {}

    static List<Coding> links(Resource resource) {
        if (resource instanceof Consent consent) {
            return Stream.concat(
                            recipients(consent).map(reference -> Marks.coding(reference, Marks.RECIPIENT)),
                            classes(consent))
                    .toList();
        }
        return resource instanceof Task task
                ? organizations(sides(task))
                        .map(reference -> Marks.coding(reference, Marks.MOVES))
                        .toList()
                : treating(resource).distinct().toList();
    }

    private static Stream<String> organizations(Stream<Reference> references) {
        return references
                .map(Reference::getReference)
                .filter(reference -> reference != null && isOrganization(reference))
                .distinct();
    }

    /** Of a handoff; who may make which move is not decided here. */
    private static Stream<Reference> sides(Task task) {
        return task.getMeta().hasProfile(HANDOFF) ? Stream.of(task.getRequester(), task.getOwner()) : Stream.empty();
    }

    private static Stream<String> recipients(Consent consent) {
        Stream<Reference> actors = Stream.concat(
                        Stream.of(consent.getProvision()), consent.getProvision().getProvision().stream())
                .flatMap(provision -> provision.getActor().stream())
                .map(Consent.provisionActorComponent::getReference);
        Stream<Reference> intermediaries = consent.getExtensionsByUrl(DEFINITIONS + "ihrp-intermediary").stream()
                .flatMap(intermediary -> intermediary.getExtension().stream())
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
        return organizations(Stream.concat(actors, intermediaries));
    }

    private static Stream<Coding> classes(Consent consent) {
        return consent.getExtension().stream()
                .filter(extension -> extension.getUrl().equals(DEFINITIONS + "ihrp-recipient-class")
                        || extension.getUrl().equals(DEFINITIONS + "ihrp-intermediary"))
                .filter(LinkRules::speaksOfTreatingProviders)
                .limit(1)
                .map(extension -> Marks.coding(CLASS, TREATING_PROVIDERS));
    }

    private static boolean speaksOfTreatingProviders(Extension extension) {
        return extension.hasExtension("participantClass")
                || (extension.getValue() instanceof CodeableConcept concept
                        && concept.hasCoding(Canonical.BASE + "/CodeSystem/ihrp-recipient-class", TREATING_PROVIDERS));
    }

    private static Stream<Coding> treating(Resource resource) {
        if (resource instanceof CareTeam team && team.getStatus() == CareTeam.CareTeamStatus.ACTIVE) {
            TreatingTime whole = TreatingTime.of(team.getPeriod());
            return Stream.concat(
                    treating(team.getManagingOrganization().stream(), whole),
                    team.getParticipant().stream()
                            .flatMap(participant -> treating(
                                    Stream.of(participant.getMember(), participant.getOnBehalfOf()),
                                    whole.and(TreatingTime.of(participant.getPeriod())))));
        }
        if (resource instanceof EpisodeOfCare episode
                && episode.getStatus() == EpisodeOfCare.EpisodeOfCareStatus.ACTIVE) {
            return treating(Stream.of(episode.getManagingOrganization()), TreatingTime.of(episode.getPeriod()));
        }
        if (resource instanceof Encounter encounter && encounter.getStatus() == Encounter.EncounterStatus.INPROGRESS) {
            return treating(Stream.of(encounter.getServiceProvider()), TreatingTime.of(encounter.getPeriod()));
        }
        return Stream.empty();
    }

    /** Whom a search may be about is found by the one mark, and whether it treats now is read from the other. */
    private static Stream<Coding> treating(Stream<Reference> organizations, TreatingTime time) {
        Stream<String> codes = time.equals(TreatingTime.ALWAYS)
                ? Stream.of(time.text())
                : Stream.of(time.text(), Marks.TREATS_AT_TIMES);
        List<String> all = codes.toList();
        return organizations(organizations)
                .flatMap(reference -> all.stream().map(code -> Marks.coding(reference, code)));
    }

    /** A placeholder is taken for one: what it turns out to be is looked at when the link is followed. */
    private static boolean isOrganization(String reference) {
        return reference.startsWith("Organization/") || reference.startsWith("urn:");
    }
}
