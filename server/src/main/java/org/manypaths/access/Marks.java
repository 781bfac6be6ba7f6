package org.manypaths.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.audit.Disclosures;
import org.manypaths.audit.RecordName;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.Decision;

/**
 * The marks with which a record is stored, as the index of searches has them: pairs of a system and a code.
 *
 * <p>{@code Patient/id|stamp} says about whom it is, {@code Patient/id|@moment/stamp} also when it took place,
 * {@code holder|organisation} whose it is as an ordinary record, {@code open|…} that everybody may read it,
 * {@code Organization/id|…} what it says of an organisation.
 *
 * @param stamp empty for records that came in before there were stamps: only operators see them
 * @param people references to the people whom it is about
 * @param links what it says of organisations; the system is their reference, the code says what
 * @param when when that took place which it tells of; it is written for the index, and read from the record itself
 */
record Marks(
        Optional<Stamp> stamp, Set<String> people, boolean open, List<Coding> links, Optional<StampedMoment> when) {

    static final String URL = Canonical.BASE + "/StructureDefinition/" + Canonical.ACCESS;
    static final String PARAMETER = Canonical.ACCESS;

    private static final String PERSON = "Patient/";

    static final String HOLDER = "holder";
    static final String NOTES = "notes";
    static final String STAMP = "stamp";
    static final String OPEN = "open";
    static final String DIRECTORY = "directory";

    /** The code of a link to an organisation that may receive by consent. */
    static final String RECIPIENT = "recipient";

    /** The code of a link to an organisation that treats the person. */
    static final String TREATS = "treats";

    /** Beside a {@link TreatingTime}. */
    static final String TREATS_AT_TIMES = "treats-at-times";

    /** The code of a link to an organisation that moves a handoff, whoever stored it. */
    static final String MOVES = "moves";

    static final Marks NONE = new Marks(Optional.empty(), Set.of(), false, List.of(), Optional.empty());

    Marks {
        people = Set.copyOf(people);
        links = List.copyOf(links);
    }

    /** Those of a record about one person. */
    static Marks about(String person, Stamp stamp) {
        return new Marks(Optional.of(stamp), Set.of(PERSON + person), false, List.of(), Optional.empty());
    }

    /** Of a person of whom no record is here. */
    static Marks ofPerson(String person) {
        return new Marks(Optional.empty(), Set.of(PERSON + person), false, List.of(), Optional.empty());
    }

    /** The person, where it is about exactly one; a record about several is its holder's alone. */
    Optional<String> person() {
        if (people.size() != 1) {
            return Optional.empty();
        }
        String reference = people.iterator().next();
        return Optional.of(reference.startsWith(PERSON) ? reference.substring(PERSON.length()) : reference);
    }

    /** Tells the trail whose record it is and what was decided of it. */
    void note(IBaseResource record, Decision decision, Disclosures notes) {
        notes.decided(RecordName.plain(record), person(), stamp.map(Stamp::holder), decision);
    }

    void write(Resource resource) {
        erase(resource);
        codings().forEach(coding -> resource.getMeta().addExtension(new Extension(URL, coding)));
    }

    static void erase(Resource resource) {
        if (resource.hasMeta() && resource.getMeta().hasExtension()) {
            resource.getMeta().getExtension().removeIf(extension -> URL.equals(extension.getUrl()));
        }
    }

    static Marks of(Resource resource) {
        return of(resource.getMeta().getExtensionsByUrl(URL).stream()
                .map(Extension::getValue)
                .filter(Coding.class::isInstance)
                .map(Coding.class::cast));
    }

    static Marks of(Stream<Coding> codings) {
        Optional<Stamp> stamp = Optional.empty();
        Set<String> people = new LinkedHashSet<>();
        boolean open = false;
        List<Coding> links = new java.util.ArrayList<>();
        for (Coding coding : codings.toList()) {
            String system = String.valueOf(coding.getSystem());
            if (StampedMoment.isOne(coding.getCode())) {
                continue;
            }
            if (system.equals(STAMP)) {
                stamp = Optional.of(Stamp.of(coding.getCode()));
            } else if (system.startsWith(PERSON)) {
                stamp = Optional.of(Stamp.of(coding.getCode()));
                people.add(system);
            } else if (system.equals(OPEN)) {
                open = true;
            } else if (!system.equals(HOLDER) && !system.equals(NOTES)) {
                links.add(coding);
            }
        }
        return new Marks(stamp, people, open, links, Optional.empty());
    }

    private Stream<Coding> codings() {
        Stream.Builder<Coding> all = Stream.builder();
        stamp.ifPresent(known -> {
            if (people.size() == 1) {
                people.forEach(person -> {
                    all.add(coding(person, known.text()));
                    when.ifPresent(moment -> all.add(coding(person, moment.text())));
                });
            } else {
                all.add(coding(STAMP, known.text()));
            }
            all.add(coding(known.isCounsellingNote() ? NOTES : HOLDER, known.holder()));
        });
        if (open) {
            all.add(coding(OPEN, DIRECTORY));
        }
        links.forEach(all::add);
        return all.build();
    }

    static Coding coding(String system, String code) {
        return new Coding().setSystem(system).setCode(code);
    }
}
