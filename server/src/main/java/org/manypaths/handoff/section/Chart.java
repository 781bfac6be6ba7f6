package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.AsOfRules;
import org.manypaths.handoff.Holds;
import org.manypaths.handoff.gap.Course;
import org.manypaths.handoff.gap.CourseReader;
import org.manypaths.handoff.gap.Gap;
import org.manypaths.handoff.gap.Outreach;
import org.manypaths.handoff.gap.Products;
import org.manypaths.handoff.gap.UseMedicine;
import org.manypaths.handoff.gate.Passage;

/** What the sections write from: the records of one person that may travel, as known at one moment. */
public final class Chart {

    static final String OBSERVATION = Canonical.BASE + "/CodeSystem/ihrp-observation";
    static final String PART = Canonical.BASE + "/CodeSystem/ihrp-assessment-part";

    private final Letter letter;
    private final Map<String, Resource> records = new LinkedHashMap<>();
    private final List<Resource> keptBack;
    private final Statements statements;
    private final Products products;
    private final UseMedicine useMedicine;
    private final ReceivingSide receivingSide;
    private final CourseReader reader;
    private final List<Course> courses;

    /**
     * A chart for one letter.
     *
     * @param records those that may travel
     * @param keptBack those that are known and may not
     * @param notes documents that may travel, of which nothing is told but what they say of a section without entries
     */
    public Chart(Letter letter, List<Resource> records, List<Resource> keptBack, List<Composition> notes) {
        this.letter = letter;
        statements = new Statements(notes);
        this.keptBack = List.copyOf(keptBack);
        records.stream()
                .sorted(Comparator.comparing(Passage::key))
                .forEach(record -> this.records.put(Passage.key(record), record));
        products = new Products(all(Medication.class).toList());
        useMedicine = new UseMedicine(products);
        receivingSide =
                new ReceivingSide(letter.recipient().getIdElement().getIdPart(), List.copyOf(this.records.values()));
        reader = reader(all(MedicationAdministration.class).toList());
        courses = all(MedicationRequest.class)
                .filter(CourseReader::isStanding)
                .map(reader::read)
                .toList();
    }

    private CourseReader reader(List<MedicationAdministration> doses) {
        return new CourseReader(
                all(MedicationRequest.class).toList(),
                doses,
                all(MedicationDispense.class).toList(),
                products,
                letter.asOf().getOffset());
    }

    /**
     * From whom, to whom, about whom and when.
     *
     * @param gap what the clock says between supply and first visit
     * @param acknowledgedBy who sends in spite of a gap, by name
     * @param opensRequest whether a request to take over is opened together with the letter
     */
    public record Letter(
            Patient person,
            CarePlan plan,
            Organization sender,
            Organization recipient,
            OffsetDateTime asOf,
            Gap gap,
            Optional<String> acknowledgedBy,
            Optional<Outreach> outreach,
            boolean opensRequest) {}

    public Letter letter() {
        return letter;
    }

    /** What somebody recorded of a section that has no entries. */
    Optional<Statements.Statement> stated(SectionCode section) {
        return statements.of(section, asOf());
    }

    /** As if all that is known might go: only to learn whether a section would be empty then. */
    Chart withWhatStays() {
        return new Chart(
                letter,
                Stream.concat(records.values().stream(), keptBack.stream()).toList(),
                List.of(),
                List.of());
    }

    OffsetDateTime asOf() {
        return letter.asOf();
    }

    /** Where the taking of each standing order stands. */
    List<Course> courses() {
        return courses;
    }

    /** Medicines for substance use that were taken and are no longer, and in whose place no other came. */
    List<Course> ended() {
        return all(MedicationRequest.class)
                .filter(reader::hasEnded)
                .filter(order ->
                        courses.stream().noneMatch(course -> line(course).contains(order)))
                .map(reader::read)
                .toList();
    }

    /** Whether the person falls back into danger without it. */
    boolean mustGoOn(Course course) {
        return reader.mustGoOn(course.order());
    }

    /** Whether an order, a dose, a supply or a statement is of a medicine for substance use. */
    boolean isForUse(DomainResource record) {
        return useMedicine.isIn(record);
    }

    /** What the medicine of an order, a dose, a supply or a statement is called. */
    String medicine(DomainResource record) {
        return MedicineName.of(record, products);
    }

    Products products() {
        return products;
    }

    ReceivingSide receivingSide() {
        return receivingSide;
    }

    /** Whether a dose of a course is known and stays here. */
    boolean keepsBackDose(Course course) {
        List<MedicationAdministration> doses = keptBack.stream()
                .filter(MedicationAdministration.class::isInstance)
                .map(MedicationAdministration.class::cast)
                .toList();
        return reader(doses).read(course.order()).lastGiven().isPresent();
    }

    /** The order of a course, and those in whose place it came. */
    List<MedicationRequest> line(Course course) {
        return reader.line(course.order());
    }

    /** In the order of their ids, so that the same records make the same document. */
    <R extends Resource> Stream<R> all(Class<R> type) {
        return records.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** Those that tell what is so at the moment of the letter, in the same order. */
    <R extends Resource> Stream<R> holding(Class<R> type) {
        return all(type).filter(record -> Holds.at(record, asOf()));
    }

    /** Observations of this kind that still hold, the latest first. */
    List<Observation> observations(String code) {
        return observations(observation -> observation.getCode().hasCoding(OBSERVATION, code));
    }

    List<Observation> observations(Predicate<Observation> kind) {
        return holding(Observation.class)
                .filter(kind)
                .sorted(Comparator.comparing(
                                (Observation observation) -> since(observation), OffsetDateTime.timeLineOrder())
                        .reversed())
                .toList();
    }

    /** Since when it is known; long ago, where it does not tell. */
    OffsetDateTime since(Resource record) {
        return AsOfRules.knownSince(record, asOf().getOffset()).orElse(OffsetDateTime.MIN);
    }

    Optional<Resource> find(Reference reference) {
        String key = reference.hasReference()
                ? reference.getReferenceElement().toUnqualifiedVersionless().getValue()
                : "";
        return Optional.ofNullable(records.get(key));
    }

    /** Those of the references that may travel, in their order. */
    <R extends Resource> List<R> find(List<Reference> references, Class<R> type) {
        List<R> found = new ArrayList<>();
        references.forEach(reference ->
                find(reference).filter(type::isInstance).map(type::cast).ifPresent(found::add));
        return found;
    }

    /** Whether anything of the kind is known and stays here. Then nothing may be said to be none. */
    boolean keepsBack(Predicate<Resource> kind) {
        return keptBack.stream().anyMatch(kind);
    }

    /** The value of a part of an assessment. */
    static Stream<Observation.ObservationComponentComponent> parts(Observation observation, String part) {
        return observation.getComponent().stream().filter(component -> isCoded(component.getCode(), part));
    }

    private static boolean isCoded(CodeableConcept concept, String code) {
        return concept.hasCoding(PART, code) || concept.hasCoding(OBSERVATION, code);
    }
}
