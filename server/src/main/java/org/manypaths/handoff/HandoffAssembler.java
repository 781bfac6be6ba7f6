package org.manypaths.handoff;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gap.Gap;
import org.manypaths.handoff.gap.Outreach;
import org.manypaths.handoff.gate.DisclosureGate;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.gate.Question;
import org.manypaths.handoff.section.Chart;
import org.manypaths.handoff.section.Section;
import org.manypaths.handoff.section.Sections;
import org.manypaths.handoff.section.WhatTravelsSection;
import org.manypaths.handoff.section.Words;

/** Makes the document of a handoff from all that is held about a person. Pure: it reads and writes no storage. */
class HandoffAssembler {

    private final FhirContext fhirContext;
    private final DisclosureGate gate;
    private final Supplier<String> base;

    /** @param base the address of the FHIR endpoint, known once the server listens */
    HandoffAssembler(FhirContext fhirContext, DisclosureGate gate, Supplier<String> base) {
        this.fhirContext = fhirContext;
        this.gate = gate;
        this.base = base;
    }

    /** @throws org.manypaths.refusal.Refusal when nothing may go, or something has to be settled before */
    Assembled assemble(HandoffRequest request, PersonRecord record) {
        Selection selection = select(request, record);
        SendingRules.check(request, record, selection);
        Chart chart = new Chart(
                letter(request, record, selection),
                selection.travelling(),
                selection.keptBack(),
                notes(request, record, selection.passage()));
        List<Section> sections = Sections.inOrder(selection.passage());
        String series = series(request, record);
        Composition composition = new CompositionWriter(chart, selection.passage())
                .write(series.substring("urn:uuid:".length()), series, sections);
        StandAlone standAlone = new StandAlone(
                selection.travelling(),
                keys(record.all()),
                keys(selection.keptBack()),
                keys(record.all().stream().filter(OtherPeople::isCut).toList()));
        List<Resource> copies = standAlone.copiesFrom(listed(composition, record, selection));
        Bundle document =
                new DocumentWriter(fhirContext, base.get()).write(composition, copies, Words.fhir(request.asOf()));
        List<Resource> written = new ArrayList<>(standAlone.altered());
        written.add(composition);
        return new Assembled(document, written);
    }

    private Selection select(HandoffRequest request, PersonRecord record) {
        Question question = new Question(
                record.person().getIdElement().getIdPart(),
                record.sender().getIdElement().getIdPart(),
                request.recipient(),
                request.purpose(),
                request.consent(),
                record.ours(),
                request.now());
        Passage passage = gate.open(question, record.all());
        List<Resource> known = StoppedLater.stand(record.all(), request.asOf()).stream()
                .filter(resource -> Question.isOf(question.person(), resource))
                .filter(resource -> BelongingRules.belongs(resource, record.plan()))
                .filter(resource -> AsOfRules.isKnown(resource, request.asOf()))
                .toList();
        return new Selection(
                passage,
                known.stream().filter(passage::lets).toList(),
                known.stream().filter(resource -> !passage.lets(resource)).toList());
    }

    private static List<Composition> notes(HandoffRequest request, PersonRecord record, Passage passage) {
        return record.all().stream()
                .filter(Composition.class::isInstance)
                .map(Composition.class::cast)
                .filter(note -> passage.lets(note) && AsOfRules.isKnown(note, request.asOf()))
                .toList();
    }

    private static Chart.Letter letter(HandoffRequest request, PersonRecord record, Selection selection) {
        Gap gap = GapReader.read(selection.travelling(), request.asOf(), request.recipient());
        Optional<String> knows = name(request.onward().gapAcknowledgedBy(), record);
        Optional<Outreach> outreach = name(request.onward().outreachOwner(), record)
                .flatMap(owner -> from(gap, request.asOf()).map(from -> new Outreach(owner, from)));
        return new Chart.Letter(
                record.person(),
                record.plan(),
                record.sender(),
                record.recipient(),
                request.asOf(),
                gap,
                knows,
                outreach,
                request.persist());
    }

    /** Where the supply has ended already, or nobody knows when it does, the search begins at once. */
    private static Optional<OffsetDateTime> from(Gap gap, OffsetDateTime asOf) {
        return gap instanceof Gap.Open open
                ? Optional.of(open.from().filter(asOf::isBefore).orElse(asOf))
                : Optional.empty();
    }

    private static Optional<String> name(Optional<String> reference, PersonRecord record) {
        return reference.flatMap(record::find).flatMap(new GapPeople(record)::name);
    }

    /** The same for all versions of one handoff of one plan to one recipient. */
    private static String series(HandoffRequest request, PersonRecord record) {
        String names = String.join(
                "\n",
                "handoff",
                Passage.key(record.plan()),
                Passage.key(record.sender()),
                request.recipient(),
                request.purpose().name());
        return "urn:uuid:" + UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8));
    }

    /** The person first, then what the sections list. */
    private static List<Resource> listed(Composition composition, PersonRecord record, Selection selection) {
        Map<String, Resource> byKey = new LinkedHashMap<>();
        selection.travelling().forEach(resource -> byKey.put(Passage.key(resource), resource));
        List<Resource> listed = new ArrayList<>(List.of(record.person()));
        Stream.concat(
                        Stream.concat(composition.getAuthor().stream(), Stream.of(composition.getCustodian())),
                        composition.getSection().stream().flatMap(section -> section.getEntry().stream()))
                .map(reference -> byKey.get(reference.getReference()))
                .filter(resource -> resource != null)
                .forEach(listed::add);
        selection.passage().restsOn().stream()
                .filter(consent -> byKey.containsKey(Passage.key(consent)))
                .filter(WhatTravelsSection::mayBeCopied)
                .forEach(listed::add);
        return listed;
    }

    private static Set<String> keys(List<Resource> records) {
        return records.stream().map(Passage::key).collect(Collectors.toSet());
    }

    /**
     * A document that is ready to go.
     *
     * @param written what of it is new or says less than it was stored; all else was held to its profiles when it was
     *     stored
     */
    record Assembled(Bundle document, List<Resource> written) {}

    /** What is known at the moment of the document, parted by the gate. */
    record Selection(Passage passage, List<Resource> travelling, List<Resource> keptBack) {}
}
