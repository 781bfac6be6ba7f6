package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.audit.ChainCheck.Fault;
import org.manypaths.audit.ChainCheck.Finding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Somebody with all rights in the database changes the trail; the check says where. */
class ChainCheckTest {

    private static final String FIRST = "a-1";
    private static final String SECOND = "b-1";

    private final DataSource database = TrailTables.inMemory(UUID.randomUUID().toString());
    private final JdbcTemplate sql = new JdbcTemplate(database);

    @BeforeEach
    void twoChains() {
        write(FIRST);
        write(SECOND);
    }

    @Test
    void findsNoFaultInWhatNobodyTouched() {
        assertThat(TrailTables.check(database).all())
                .extracting(Finding::node, Finding::entries, Finding::fault)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FIRST, 11L, Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(SECOND, 11L, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update MP_TRAIL set PERSON = 'other' where NODE = 'b-1' and SEQ = 5 | 5 | it was changed",
                "update MP_TRAIL set RECORDED_AT = RECORDED_AT + 1 where NODE = 'b-1' and SEQ = 1 | 1 | it was changed",
                "update MP_TRAIL set CONSENT = null where NODE = 'b-1' and SEQ = 11 | 11 | it was changed",
                "delete from MP_TRAIL where NODE = 'b-1' and SEQ = 4 | 4 | it is missing",
                "delete from MP_TRAIL where NODE = 'b-1' and SEQ = 1 | 1 | it is missing",
                "delete from MP_TRAIL where NODE = 'b-1' and SEQ > 9 | 10 | it is missing at the end",
                "delete from MP_TRAIL where NODE = 'b-1' | 1 | it is missing at the end",
                "delete from MP_TRAIL_HEAD where NODE = 'b-1' | 11 | nothing says where the chain ends"
            })
    void namesTheFirstEntryThatIsNotAsItWas(String deed, long number, String what) {
        assertThat(sql.update(deed)).isPositive();
        assertThat(faultOf(SECOND)).contains(new Fault(number, what));
        assertThat(faultOf(FIRST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from MP_TRAIL_FINDER where NODE = 'b-1' and SEQ = 5",
                "update MP_TRAIL_FINDER set PERSON = 'other' where NODE = 'b-1' and SEQ = 5",
                "update MP_TRAIL_FINDER set HOLDER = null where NODE = 'b-1' and SEQ = 5"
            })
    void namesTheFirstEntryThatNobodyFinds(String deed) {
        assertThat(faultOf(SECOND)).isEmpty();
        assertThat(sql.update(deed)).isPositive();
        assertThat(faultOf(SECOND))
                .contains(new Fault(
                        5, "it is whole, and searches do not find it: the table MP_TRAIL_FINDER was changed"));
        sql.update("delete from MP_TRAIL_FINDER");
        assertThat(faultOf(SECOND)).as("filled anew").isEmpty();
    }

    @Test
    void findsNoFaultInWhatComesWhileItLooks() {
        try (ChainWriter trail = TrailTables.writer(database, "z-1")) {
            trail.append(TrailTables.read("rosa", "Condition/before"));
            JdbcTemplate busy = new JdbcTemplate(database) {
                @Override
                public <T> List<T> query(String statement, RowMapper<T> mapper, @Nullable Object... values) {
                    if (values.length > 0 && FIRST.equals(values[0])) {
                        trail.append(TrailTables.read("rosa", "Condition/meanwhile"));
                    }
                    return super.query(statement, mapper, values);
                }
            };
            assertThat(new ChainCheck(busy, new TrailFinder(busy)).all())
                    .extracting(Finding::entries, Finding::fault)
                    .contains(org.assertj.core.groups.Tuple.tuple(3L, Optional.empty()));
        }
    }

    @Test
    void noticesThatTwoEntriesChangedPlaces() {
        sql.update("update MP_TRAIL set SEQ = 1003 where NODE = 'b-1' and SEQ = 3");
        sql.update("update MP_TRAIL set SEQ = 3 where NODE = 'b-1' and SEQ = 4");
        sql.update("update MP_TRAIL set SEQ = 4 where NODE = 'b-1' and SEQ = 1003");
        assertThat(faultOf(SECOND)).contains(new Fault(3, "it does not continue the entry before"));
    }

    @Test
    void anchorInAnotherChainMissesWhatWasCutOffWithItsHead() {
        sql.update("delete from MP_TRAIL where NODE = 'a-1' and SEQ > 9");
        sql.update("update MP_TRAIL_HEAD set SEQ = 9, HASH ="
                + " (select HASH from MP_TRAIL where NODE = 'a-1' and SEQ = 9) where NODE = 'a-1'");
        assertThat(faultOf(FIRST)).contains(new Fault(10, "it is missing, another chain has an anchor at 11"));
    }

    @Test
    void anchorInAnotherChainMissesAWholeChain() {
        sql.update("delete from MP_TRAIL where NODE = 'a-1'");
        sql.update("delete from MP_TRAIL_HEAD where NODE = 'a-1'");
        assertThat(faultOf(FIRST)).contains(new Fault(1, "the whole chain is missing"));
    }

    @Test
    void anchorInAnotherChainContradictsAChainForgedAnew() {
        sql.update("delete from MP_TRAIL where NODE = 'a-1'");
        sql.update("delete from MP_TRAIL_HEAD where NODE = 'a-1'");
        write(FIRST);
        assertThat(faultOf(FIRST)).contains(new Fault(11, "another chain has an anchor here with another hash"));
    }

    private void write(String chain) {
        try (ChainWriter trail = TrailTables.writer(database, chain)) {
            trail.append(IntStream.range(0, 10)
                    .mapToObj(number -> TrailTables.read("rosa", "Condition/c" + number + "/_history/1"))
                    .toList());
        }
    }

    private Optional<Fault> faultOf(String chain) {
        List<Finding> findings = TrailTables.check(database).all();
        return findings.stream()
                .filter(finding -> finding.node().equals(chain))
                .findFirst()
                .flatMap(Finding::fault);
    }
}
