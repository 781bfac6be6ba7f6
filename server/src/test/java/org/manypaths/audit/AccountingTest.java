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
        assertThat(AccountingRequest.of("rosa", new DateTimeType("1990-01-01"), null, TrailTables.NOW)
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
