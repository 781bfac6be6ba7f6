package org.manypaths.reception;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.Origin;
import org.manypaths.address.PublicAddress;
import org.manypaths.consent.RecordFacts.Received;
import org.manypaths.filing.Filing;
import org.manypaths.reception.Digests.Told;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.validation.RecordValidator;

/** Settles what becomes of each record of one document, without storing anything. */
class Reception {

    private static final int UNPROCESSABLE = 422;

    /** Of people who have one name and one day of birth more than these are not told. */
    private static final int POSSIBLE = 5;

    private final Shelf shelf;
    private final Digests digests;
    private final PersonMatcher people;
    private final Directory directory;
    private final EarlierDocuments earlier;
    private final Content content;
    private final RecordValidator validator;
    private final PublicAddress address;

    Reception(
            Shelf shelf,
            Digests digests,
            PersonMatcher people,
            Directory directory,
            EarlierDocuments earlier,
            Content content,
            RecordValidator validator,
            PublicAddress address) {
        this.shelf = shelf;
        this.digests = digests;
        this.people = people;
        this.directory = directory;
        this.earlier = earlier;
        this.content = content;
        this.validator = validator;
        this.address = address;
    }

    /**
     * What is to be stored, and what is to be said of it.
     *
     * @param earlier documents of the same sender and person that are here and that this one goes on from
     * @param told what the copies tell that follow the document now, by their place
     */
    record Settled(
            Filing filing, Receipt receipt, Copies copies, EarlierDocuments.Found earlier, Map<String, Told> told) {}

    Settled settle(Arrived arrived, Organization receiver) {
        requireSource(arrived);
        String organization = receiver.getIdElement().getIdPart();
        Receipt receipt = new Receipt();
        Map<String, String> known = new LinkedHashMap<>();
        PersonMatch match = people.find(arrived.person(), organization);
        String stands = Copies.id(
                organization,
                arrived.address(arrived.composition().getSubject()).orElseThrow());
        match.known()
                .ifPresent(here -> PersonMatcher.requireCertain(
                        here,
                        arrived.person(),
                        stands.equals(here.getIdElement().getIdPart())));
        Teller teller = Teller.of(arrived);
        known(arrived, receiver, match, teller, known);
        requireSafe(arrived);
        Arrived understood = arrived.isOurs() ? arrived : understood(arrived, receipt);
        Copies copies = new Copies(understood, organization, known);
        match.possible().stream()
                .filter(other -> !copies.person()
                        .equals("Patient/" + other.getIdElement().getIdPart()))
                .limit(POSSIBLE)
                .forEach(receipt::possible);
        Filing filing = new Filing(organization);
        Map<String, Resource> held = shelf.find(copies.places().values());
        Map<String, Told> arrivedBefore = digests.of(held.keySet());
        Map<String, Told> told = new LinkedHashMap<>();
        arrived.entries().forEach((address, record) -> {
            if (known.containsKey(address)) {
                receipt.record(address, known.get(address), Outcome.KNOWN);
            } else if (copies.place(address).isPresent()) {
                String place = copies.place(address).get();
                Item item = new Item(
                        address,
                        record,
                        arrived.path(record),
                        Optional.ofNullable(held.get(place)),
                        Optional.ofNullable(arrivedBefore.get(place)),
                        arrived.at(),
                        teller);
                settle(item, copies, filing, receipt)
                        .ifPresent(digest -> told.put(place, new Told(digest, arrived.at(), teller)));
            }
        });
        Optional.ofNullable(held.get(copies.person()))
                .ifPresent(here -> PersonMatcher.requireSame((Patient) here, arrived.person()));
        match.known().ifPresent(here -> PersonComparison.tell(here, arrived.person(), receipt));
        copies.unresolved().forEach(receipt::lost);
        EarlierDocuments.Found before = earlier.of(arrived, organization, copies.person(), teller);
        receipt.besides(before.others());
        return new Settled(filing, receipt, copies, before, told);
    }

    /** One record of the document, what is here in its place and had arrived there, and when and by whom this was made. */
    private record Item(
            String address,
            Resource record,
            String path,
            Optional<Resource> here,
            Optional<Told> before,
            Instant at,
            Teller teller) {

        boolean isLate() {
            return before.filter(told -> told.at().isAfter(at)).isPresent();
        }

        boolean isAnothers() {
            return before.filter(told -> !teller.follows(told.teller())).isPresent();
        }
    }

    /** The digest of what it tells, where the copy follows it from now on. */
    private Optional<String> settle(Item item, Copies copies, Filing filing, Receipt receipt) {
        Resource copy = copies.of(item.address(), item.record());
        String place = copies.place(item.address()).orElseThrow();
        String digest = content.digest(copy);
        // The narrowest reading of whatever consent it came by: the receiver passes nothing on without another.
        Origin.receivedUnder(copy, Received.OTHER_CONSENT);
        Optional<Resource> here = item.here();
        Outcome told = here.map(held -> outcome(held, digest, item)).orElse(Outcome.ADDED);
        boolean stored = told == Outcome.ADDED || told == Outcome.UPDATED;
        if (stored) {
            filing.put(copy, here.map(held -> held.getIdElement().getVersionIdPart()), item.path());
        }
        Outcome outcome = stored ? told : raise(item, copy, told, filing);
        if (outcome == Outcome.KEPT_LOCAL) {
            receipt.keptLocal(place);
        } else if (outcome == Outcome.KEPT_OTHER_SENDER) {
            receipt.keptOtherSender(place);
        }
        List<String> differences = outcome == Outcome.ADDED || outcome == Outcome.SAME
                ? List.of()
                : here.map(held -> Content.differences(held, copy)).orElse(List.of());
        receipt.record(item.address(), place, outcome, differences);
        boolean followed = stored || (told == Outcome.SAME && !item.isLate() && !item.isAnothers());
        return followed ? Optional.of(digest) : Optional.empty();
    }

    /**
     * A copy that stays as it is bears the labels that arrived all the same, whenever its sender wrote them: whatever the
     * label is about, it is to be guarded so from now on.
     */
    private static Outcome raise(Item item, Resource copy, Outcome told, Filing filing) {
        Resource held = item.here().orElseThrow();
        List<Coding> labels = Labels.raised(held, copy);
        if (labels.isEmpty()) {
            return told;
        }
        if (!item.isAnothers()) {
            filing.put(
                    Labels.with(held, labels), Optional.of(held.getIdElement().getVersionIdPart()), item.path());
        }
        boolean otherwiseSame = told == Outcome.SAME;
        return otherwiseSame ? (item.isAnothers() ? Outcome.KEPT_OTHER_SENDER : Outcome.UPDATED) : told;
    }

    private Outcome outcome(Resource held, String digest, Item item) {
        String now = content.digest(held);
        if (now.equals(digest)) {
            return Outcome.SAME;
        }
        if (item.isLate()) {
            return Outcome.KEPT_NEWER;
        }
        if (item.before().map(Told::digest).filter(now::equals).isEmpty()) {
            return Outcome.KEPT_LOCAL;
        }
        return item.isAnothers() ? Outcome.KEPT_OTHER_SENDER : Outcome.UPDATED;
    }

    /** Whom and what the receiver knows by a business identifier; the receiver itself is always known. */
    private void known(
            Arrived arrived, Organization receiver, PersonMatch match, Teller teller, Map<String, String> known) {
        Optional<Organization> itself = arrived.known(receiver, this.address.fhirBase());
        Map<String, String> found =
                directory.of(arrived, receiver.getIdElement().getIdPart(), teller);
        arrived.entries().forEach((address, record) -> {
            if (record instanceof Patient) {
                match.known()
                        .ifPresent(here -> known.put(
                                address, "Patient/" + here.getIdElement().getIdPart()));
            } else if (itself.filter(record::equals).isPresent()) {
                known.put(address, "Organization/" + receiver.getIdElement().getIdPart());
            } else {
                Identifiers.of(record)
                        .map(identifier -> found.get(Directory.key(record, identifier)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(place -> known.put(address, place));
            }
        });
    }

    /** Each copy names the document as its source, so the identifier has to be what a source can be. */
    private void requireSource(Arrived arrived) {
        Binary copy = new Binary().setContentType("text/plain");
        copy.getMeta().setSource(arrived.bundle().getIdentifier().getValue());
        List<Issue> issues = validator.validate(copy).stream()
                .filter(Issue::refuses)
                .map(issue -> issue.at("Bundle.identifier.value"))
                .toList();
        if (!issues.isEmpty()) {
            throw new Refusal(UNPROCESSABLE, issues);
        }
    }

    /**
     * The document is kept whole: what would run in a record that is not stored, because the copy tells the same or the
     * receiver knows it, would be kept with it.
     */
    private void requireSafe(Arrived arrived) {
        List<Issue> issues = arrived.entries().values().stream()
                .flatMap(record -> validator.unsafe(record).stream().map(issue -> issue.within(arrived.path(record))))
                .toList();
        if (!issues.isEmpty()) {
            throw new Refusal(UNPROCESSABLE, issues);
        }
    }

    /** Of a document that is not ours, what holds as FHIR; the rest stays in the document that is kept. */
    private Arrived understood(Arrived arrived, Receipt receipt) {
        Map<String, Resource> held = new LinkedHashMap<>();
        arrived.entries().forEach((address, record) -> {
            List<Issue> errors = Copies.isCopied(record)
                    ? validator.validate(record).stream().filter(Issue::refuses).toList()
                    : List.of();
            if (errors.isEmpty() || record instanceof Patient) {
                held.put(address, record);
            } else {
                receipt.record(address, "", Outcome.NOT_UNDERSTOOD);
                receipt.notUnderstood(arrived.path(record), errors);
            }
        });
        return arrived.only(held);
    }
}
