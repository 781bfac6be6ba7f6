package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.consent.Basis;

class AccountingTest {

    private static final Viewer EVERYTHING = new Viewer(Optional.empty(), Optional.empty());
    private static final Instant THREE_YEARS_LATER = Instant.parse("2029-03-01T12:00:00Z");

    private final DataSource database = TrailTables.inMemory(UUID.randomUUID().toString());

    @ParameterizedTest
    @CsvSource({"-PT1S,1", "PT0S,1", "PT1S,0"})
    void goesBackThreeYearsToTheSecond(Duration after, int disclosures) {
        append(Kind.READ, Optional.of("WRITTEN_CONSENT"), Outcome.SUCCESS, "Goal/g");
        assertThat(of(accountingAt(THREE_YEARS_LATER.plus(after)), EVERYTHING)).hasSize(disclosures);
    }

    @Test
    void startBeforeTheThreeYearsIsMovedToTheirBeginning() {
        assertThat(AccountingRequest.of("rosa", new DateTimeType("1990-01-01"), null, TrailTables.NOW, TrailTables.NOW)
                        .from())
                .isEqualTo(TrailTables.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "WRITTEN_CONSENT,true",
        "EMERGENCY,true",
        "REDISCLOSURE,true",
        "RECORDED_DOCUMENT,true",
        "NOT_PART2,true",
        ",true",
        "OWN_PROGRAMME,false",
        "SERVICE_ORGANISATION,false",
        "THE_PERSON,false"
    })
    void listsWhatWentOutAndNotWhatStayedInside(Basis basis, boolean listed) {
        append(Kind.READ, Optional.ofNullable(basis).map(Basis::name), Outcome.SUCCESS, "Goal/g");
        assertThat(of(accountingAt(TrailTables.NOW), EVERYTHING)).hasSize(listed ? 1 : 0);
    }

    @Test
    void writesRefusalsAndLooksIntoTheTrailAreNoDisclosures() {
        append(Kind.WRITE, Optional.empty(), Outcome.SUCCESS, "Goal/g");
        append(Kind.REFUSAL, Optional.empty(), Outcome.REFUSED, "Goal/g");
        append(Kind.SEARCH, Optional.empty(), Outcome.SUCCESS, "AuditEvent/a.1");
        assertThat(of(accountingAt(TrailTables.NOW), EVERYTHING)).isEmpty();
    }

    @Test
    void theSameOnOneDayIsToldOnceWithHowOften() {
        append(Kind.READ, Optional.of("WRITTEN_CONSENT"), Outcome.SUCCESS, "Task/t/_history/1");
        append(Kind.READ, Optional.of("WRITTEN_CONSENT"), Outcome.SUCCESS, "Task/t/_history/2");
        append(Kind.READ, Optional.of("EMERGENCY"), Outcome.SUCCESS, "Task/t/_history/2");
        append(Kind.READ, Optional.of("WRITTEN_CONSENT"), Outcome.SUCCESS, "Goal/g/_history/2");
        List<Disclosure> told = of(accountingAt(TrailTables.NOW), EVERYTHING);
        assertThat(told).extracting(Disclosure::times).containsExactlyInAnyOrder(2, 1, 1);
        assertThat(told)
                .filteredOn(disclosure -> disclosure.times() == 2)
                .first()
                .satisfies(disclosure -> assertThat(disclosure.records())
                        .containsExactlyInAnyOrder("Task/t/_history/1", "Task/t/_history/2"));
    }

    @Test
    void countsARecordOnceInHoweverManyVersions() {
        assertThat(RecordWords.of(List.of("Goal/g", "Goal/g/_history/2", "Goal/h", "RelatedPerson/r")))
                .isEqualTo("2 × goal, a person close to you");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01|nobody|0|From 1 January 2026 on, nothing is recorded that went to NOBODY; what went to others was not asked for.",
                "2026-01-01||0|From 1 January 2026 on, nothing is recorded that was given to anybody.",
                "2030-01-01||0|From 1 January 2030 on, nothing is recorded that was given to anybody. That day is still to come: nothing can be found after it.",
                "2026-01-01||3|From 1 January 2026 on, 3 disclosures are recorded."
            })
    void saysWhatWasAskedForAndHowMuchWasFound(String start, String recipient, int found, String sentence) {
        AccountingRequest asked = AccountingRequest.of(
                "rosa",
                new DateTimeType(start + "T00:00:00Z"),
                recipient,
                Instant.parse("2023-03-01T12:00:00Z"),
                TrailTables.NOW);
        assertThat(AccountingWords.sentence(asked, found, name -> name.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(sentence);
    }

    @Test
    void programmeSeesDisclosuresOfItsOwnRecordsAlone() {
        append(Kind.READ, Optional.of("WRITTEN_CONSENT"), Outcome.SUCCESS, "Goal/g");
        assertThat(of(
                        accountingAt(TrailTables.NOW),
                        new Viewer(Optional.empty(), Optional.of(Set.of("demo-counselling")))))
                .hasSize(1);
        assertThat(of(accountingAt(TrailTables.NOW), new Viewer(Optional.empty(), Optional.of(Set.of("demo-detox")))))
                .isEmpty();
    }

    private static List<Disclosure> of(Accounting accounting, Viewer viewer) {
        return accounting.of("rosa", viewer, accounting.earliest(), Optional.empty());
    }

    private Accounting accountingAt(Instant now) {
        return new Accounting(TrailTables.reader(database), id -> Optional.empty(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void append(Kind kind, Optional<String> basis, Outcome outcome, String record) {
        Entry usual = TrailTables.read("rosa", record);
        try (ChainWriter trail = TrailTables.writer(database, "a-" + UUID.randomUUID())) {
            trail.append(new Entry(
                    kind,
                    usual.client(),
                    usual.user(),
                    usual.organization(),
                    usual.person(),
                    usual.holder(),
                    usual.records(),
                    usual.query(),
                    usual.purpose(),
                    basis,
                    usual.consent(),
                    outcome,
                    usual.reason(),
                    usual.requestId()));
        }
    }
}
