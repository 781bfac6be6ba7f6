package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.RealPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes keep their chains in one PostgreSQL, and each has an anchor of the other. */
class ChainOnPostgresIT {

    @Test
    void chainsOfTwoNodesHoldEachOther() {
        DataSource database = database();
        try (ChainWriter first = TrailTables.writer(database, "a-1");
                ChainWriter second = TrailTables.writer(database, "b-1")) {
            IntStream.range(0, 20).forEach(number -> {
                first.append(TrailTables.read("rosa", "Condition/a" + number));
                second.append(List.of(
                        TrailTables.read("rosa", "Condition/b" + number),
                        TrailTables.read("jo", "Condition/b" + number)));
            });
        }
        JdbcTemplate sql = new JdbcTemplate(database);
        assertThat(TrailTables.check(database).all()).hasSize(2).allSatisfy(chain -> assertThat(chain.fault())
                .isEmpty());
        TrailReader reader = TrailTables.reader(database);
        Viewer everything = new Viewer(Optional.empty(), Optional.empty());
        assertThat(reader.page(TrailQuery.of(everything).person("rosa"), 0, 100))
                .hasSize(40);
        assertThat(reader.page(TrailQuery.of(everything), 55, 10)).hasSize(5);
        sql.update("delete from MP_TRAIL where NODE = 'a-1'");
        sql.update("delete from MP_TRAIL_HEAD where NODE = 'a-1'");
        assertThat(TrailTables.check(database).all())
                .filteredOn(chain -> chain.node().equals("a-1"))
                .extracting(ChainCheck.Finding::fault)
                .containsExactly(Optional.of(new ChainCheck.Fault(1, "the whole chain is missing")));
    }

    private static DataSource database() {
        String url = RealPostgres.shared().url();
        String user = RealPostgres.USER;
        new JdbcTemplate(new DriverManagerDataSource(url, user, user)).execute("create schema two_chains");
        return TrailTables.withTables(new DriverManagerDataSource(url + "?currentSchema=two_chains", user, user));
    }
}
