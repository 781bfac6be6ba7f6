package org.manypaths.audit;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.manypaths.audit.Disclosures.Note;
import org.manypaths.consent.Decision;

/** What the trail has to say of one record that is written or deleted. */
final class WriteEntries {

    private final Persons persons;

    WriteEntries(Persons persons) {
        this.persons = persons;
    }

    /** An entry for each person that the record is about. */
    List<Entry> of(Facts facts, Kind kind, IBaseResource resource, Disclosures notes) {
        String name = RecordName.plain(resource);
        notes.wrote(name);
        Optional<Note> note = notes.of(name);
        List<String> people = note.flatMap(Note::person).map(List::of).orElseGet(() -> persons.in(resource));
        return people.isEmpty()
                ? List.of(entry(facts, kind, Optional.empty(), RecordName.versioned(resource), note))
                : people.stream()
                        .map(person -> entry(facts, kind, Optional.of(person), RecordName.versioned(resource), note))
                        .toList();
    }

    /** The same, and nothing of a record that is about nobody: of definitions and colleagues that the server puts in order. */
    List<Entry> ofPeople(Facts facts, Kind kind, IBaseResource resource, Disclosures notes) {
        return of(facts, kind, resource, notes).stream()
                .filter(entry -> entry.person().isPresent())
                .toList();
    }

    /** Who writes without anybody having said more is the holder: a record belongs to the side that brought it. */
    private static Entry entry(Facts facts, Kind kind, Optional<String> person, String record, Optional<Note> note) {
        Optional<Decision.Permit> permit = note.flatMap(Note::decision)
                .filter(Decision.Permit.class::isInstance)
                .map(Decision.Permit.class::cast);
        return new Entry(
                kind,
                facts.client(),
                facts.user(),
                facts.organization(),
                person,
                note.flatMap(Note::holder).or(facts::organization),
                List.of(record),
                Optional.of(facts.query()),
                facts.purpose(),
                permit.map(found -> found.basis().name()),
                permit.flatMap(Decision.Permit::consent),
                Outcome.SUCCESS,
                Optional.empty(),
                facts.requestId());
    }
}
