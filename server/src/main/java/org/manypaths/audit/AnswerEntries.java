package org.manypaths.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.manypaths.audit.Disclosures.Note;
import org.manypaths.consent.Basis;
import org.manypaths.consent.Decision;

/** What the trail has to say of one answer: an entry for each person and ground in it, and for what was withheld. */
final class AnswerEntries {

    /** HAPI gives these an id too; others, such as documents, are stored under theirs. */
    private static final Set<BundleType> MADE_FOR_THE_ANSWER = EnumSet.of(
            BundleType.SEARCHSET, BundleType.HISTORY, BundleType.BATCHRESPONSE, BundleType.TRANSACTIONRESPONSE);

    private static final Set<String> MADE_FOR_A_DOCUMENT = Set.of("Bundle", "Composition", "Provenance");

    private final Persons persons;

    AnswerEntries(Persons persons) {
        this.persons = persons;
    }

    /** Records with the same key share an entry. */
    private record Key(
            Optional<String> person, Optional<String> holder, Optional<Basis> basis, Optional<String> consent) {}

    /** Empty only where something was written, which has its entries: that nothing was found is worth one as well. */
    List<Entry> of(Facts facts, Kind kind, IBaseResource answer, Disclosures notes) {
        Map<Key, List<String>> records = new LinkedHashMap<>();
        Map<String, IBaseResource> given = new LinkedHashMap<>();
        notes.drawn().forEach(resource -> given.put(RecordName.versioned(resource), resource));
        leaves(answer).forEach(resource -> given.put(RecordName.versioned(resource), resource));
        List<IBaseResource> made = new ArrayList<>();
        for (IBaseResource resource : given.values()) {
            String name = RecordName.plain(resource);
            if (isMadeFor(answer, resource) && notes.of(name).isEmpty()) {
                made.add(resource);
            } else if (!name.isEmpty() && !notes.hasWritten(name)) {
                keys(resource, notes.of(name)).forEach(key -> records.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(RecordName.versioned(resource)));
            }
        }
        made.forEach(resource -> join(resource, records));
        List<Entry> entries = new ArrayList<>();
        records.forEach((key, names) -> entries.add(entry(facts, kind, key, RecordName.distinct(names), notes)));
        entries.addAll(withheld(facts, notes));
        return entries.isEmpty() && !notes.hasWritten()
                ? List.of(facts.entry(kind, Outcome.SUCCESS, Optional.empty()))
                : entries;
    }

    private static boolean isMadeFor(IBaseResource answer, IBaseResource resource) {
        return answer instanceof Bundle bundle
                && bundle.getType() == BundleType.DOCUMENT
                && MADE_FOR_A_DOCUMENT.contains(resource.fhirType());
    }

    /** What a document has beside its records goes on the grounds on which they go; nobody decides of it by itself. */
    private void join(IBaseResource made, Map<Key, List<String>> records) {
        String name = RecordName.versioned(made);
        List<String> people = persons.in(made);
        List<Key> grounds = records.keySet().stream()
                .filter(key -> people.isEmpty()
                        || key.person().filter(people::contains).isPresent())
                .toList();
        if (name.isEmpty()) {
            return;
        }
        List<Key> keys = grounds.isEmpty() ? keys(made, Optional.empty()) : grounds;
        keys.forEach(key -> records.computeIfAbsent(key, k -> new ArrayList<>()).add(name));
    }

    /** What was asked for and, as far as the caller is told, does not exist. */
    static List<Entry> withheld(Facts facts, Disclosures notes) {
        record Denied(Optional<String> person, Optional<String> holder, Decision.Reason reason) {}
        Map<Denied, List<String>> records = new LinkedHashMap<>();
        notes.all().forEach((name, note) -> {
            if (note.decision().orElse(null) instanceof Decision.Deny deny) {
                records.computeIfAbsent(
                                new Denied(note.person(), note.holder(), deny.reason()), key -> new ArrayList<>())
                        .add(name);
            }
        });
        return records.entrySet().stream()
                .map(denied -> new Entry(
                        Kind.REFUSAL,
                        facts.client(),
                        facts.user(),
                        facts.organization(),
                        denied.getKey().person(),
                        denied.getKey().holder(),
                        denied.getValue(),
                        Optional.of(facts.query()),
                        facts.purpose(),
                        Optional.empty(),
                        Optional.empty(),
                        Outcome.REFUSED,
                        Optional.of(denied.getKey().reason().name()),
                        facts.requestId()))
                .toList();
    }

    private List<Key> keys(IBaseResource resource, Optional<Note> note) {
        Optional<Decision.Permit> permit = note.flatMap(Note::decision)
                .filter(Decision.Permit.class::isInstance)
                .map(Decision.Permit.class::cast);
        Optional<Basis> basis = permit.map(Decision.Permit::basis);
        Optional<String> consent = permit.flatMap(Decision.Permit::consent);
        Optional<String> holder = note.flatMap(Note::holder);
        List<String> people = note.flatMap(Note::person).map(List::of).orElseGet(() -> persons.in(resource));
        return people.isEmpty()
                ? List.of(new Key(Optional.empty(), holder, basis, consent))
                : people.stream()
                        .map(person -> new Key(Optional.of(person), holder, basis, consent))
                        .toList();
    }

    private static Entry entry(Facts facts, Kind kind, Key key, List<String> records, Disclosures notes) {
        boolean emergency = key.basis().filter(Basis.EMERGENCY::equals).isPresent();
        return new Entry(
                emergency ? Kind.EMERGENCY : kind,
                facts.client(),
                facts.user(),
                facts.organization(),
                key.person(),
                key.holder(),
                records,
                Optional.of(facts.query()),
                facts.purpose(),
                key.basis().map(Basis::name),
                key.consent(),
                Outcome.SUCCESS,
                emergency ? notes.emergency() : Optional.empty(),
                facts.requestId());
    }

    /** The resources that an answer consists of, those in bundles in bundles included. */
    private static List<IBaseResource> leaves(IBaseResource answer) {
        List<IBaseResource> found = new ArrayList<>();
        if (answer instanceof Bundle bundle) {
            if (!MADE_FOR_THE_ANSWER.contains(bundle.getType())) {
                found.add(bundle);
            }
            bundle.getEntry().stream()
                    .filter(Bundle.BundleEntryComponent::hasResource)
                    .forEach(entry -> found.addAll(leaves(entry.getResource())));
        } else if (answer instanceof Parameters parameters) {
            parameters.getParameter().stream()
                    .filter(Parameters.ParametersParameterComponent::hasResource)
                    .forEach(parameter -> found.addAll(leaves(parameter.getResource())));
        } else if (!(answer instanceof OperationOutcome)) {
            found.add(answer);
        }
        return found;
    }
}
