package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.manypaths.conformance.Canonical;

/** What the person is told to take, whoever ordered it; of each product the latest that was told. */
final class TakingWords {

    private static final String ADHERENCE = Canonical.BASE + "/StructureDefinition/ihrp-adherence";
    private static final Set<MedicationStatementStatus> OVER = EnumSet.of(
            MedicationStatementStatus.NOTTAKEN, MedicationStatementStatus.STOPPED, MedicationStatementStatus.COMPLETED);

    private final Chart chart;

    TakingWords(Chart chart) {
        this.chart = chart;
    }

    void write(SectionContent.Draft draft) {
        latest().forEach(statement -> draft.say(sentence(statement)).entry(statement));
    }

    /** Whether anything may be taken: then nothing may be said to be none. */
    boolean tellsOfTaking() {
        return latest().stream().anyMatch(statement -> !OVER.contains(statement.getStatus()));
    }

    private List<MedicationStatement> latest() {
        List<MedicationStatement> latest = new ArrayList<>();
        chart.all(MedicationStatement.class)
                .filter(statement -> statement.getStatus() != MedicationStatementStatus.ENTEREDINERROR)
                .sorted(Comparator.comparing(chart::since, OffsetDateTime.timeLineOrder())
                        .reversed())
                .filter(statement ->
                        latest.stream().noneMatch(later -> chart.products().isSame(later, statement)))
                .forEachOrdered(latest::add);
        return latest;
    }

    private String sentence(MedicationStatement statement) {
        String how = DoseWords.of(statement.getDosage());
        String medicine = chart.medicine(statement) + (how.isEmpty() ? "" : " (" + how + ")");
        String day = Words.time(statement.getDateAssertedElement());
        String reason = Words.joined(", ", statement.getStatusReason().stream().map(Words::concept));
        return verb(statement, medicine)
                + (day.isEmpty() ? "" : ", as told on " + day)
                + (reason.isEmpty() ? "" : "; reason: " + reason)
                + adherence(statement)
                + (isOrdered(statement) || OVER.contains(statement.getStatus())
                        ? "."
                        : "; no order for it is told here.");
    }

    private static String adherence(MedicationStatement statement) {
        Extension told = statement.getExtensionByUrl(ADHERENCE);
        if (told == null) {
            return "";
        }
        String how = part(told, "how");
        String missed = part(told, "missedDoses");
        return (how.isEmpty() ? "" : "; how it is taken: " + how)
                + (missed.isEmpty() ? "" : "; doses missed in seven days: " + missed);
    }

    private static String part(Extension extension, String name) {
        return Optional.ofNullable(extension.getExtensionByUrl(name))
                .map(Extension::getValue)
                .map(Words::value)
                .orElse("");
    }

    private String verb(MedicationStatement statement, String medicine) {
        MedicationStatementStatus status =
                statement.hasStatus() ? statement.getStatus() : MedicationStatementStatus.UNKNOWN;
        return switch (status) {
            case ACTIVE -> (isOrdered(statement) ? "The person tells of taking " : "The person takes ") + medicine;
            case COMPLETED -> "The person took " + medicine + " until it ended";
            case STOPPED -> "The person has stopped taking " + medicine;
            case NOTTAKEN -> "The person does not take " + medicine;
            case INTENDED -> "The person means to take " + medicine;
            case ONHOLD -> "The person has paused taking " + medicine;
            default -> "Whether the person takes " + medicine + " is not known";
        };
    }

    /** By an order that is told here. */
    private boolean isOrdered(MedicationStatement statement) {
        return chart.courses().stream()
                .flatMap(course -> chart.line(course).stream())
                .anyMatch(order -> isOf(statement, order));
    }

    private boolean isOf(MedicationStatement statement, MedicationRequest order) {
        return Stream.concat(statement.getBasedOn().stream(), statement.getDerivedFrom().stream())
                        .anyMatch(
                                basis -> chart.find(basis).filter(order::equals).isPresent())
                || chart.products().isSame(statement, order);
    }
}
