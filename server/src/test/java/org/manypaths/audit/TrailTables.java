package org.manypaths.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail's tables in a database of their own, in memory, and what to put into them. */
final class TrailTables {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final List<String> TABLES =
            List.of("20261125.2-trail", "20261127.1-trail-index", "20261127.4-trail-finder");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TrailTables() {}

    static DataSource inMemory(String name) {
        return withTables(JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    static DataSource withTables(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String file : TABLES) {
                statement.execute(
                        new ClassPathResource("schema/" + file + ".sql").getContentAsString(StandardCharsets.UTF_8));
            }
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static ChainWriter writer(DataSource database, String chain) {
        return new ChainWriter(
                        new Chain(new ChainStore(database), chain, Duration.ofMinutes(5)),
                        CLOCK,
                        PATIENCE,
                        Duration.ofMillis(3),
                        new UnderWay())
                .start();
    }

    static Entry read(String person, String record) {
        return new Entry(
                Kind.READ,
                Optional.of("hospital"),
                Optional.of("Practitioner/who"),
                Optional.of("demo-hospital"),
                Optional.of(person),
                Optional.of("demo-counselling"),
                List.of(record),
                Optional.empty(),
                Optional.of("TREATMENT"),
                Optional.of("WRITTEN_CONSENT"),
                Optional.of("consent-1"),
                Outcome.SUCCESS,
                Optional.empty(),
                "request-1");
    }

    static TrailReader reader(DataSource database) {
        JdbcTemplate sql = new JdbcTemplate(database);
        return new TrailReader(sql, new TrailFinder(sql));
    }

    static ChainCheck check(DataSource database) {
        JdbcTemplate sql = new JdbcTemplate(database);
        return new ChainCheck(sql, new TrailFinder(sql));
    }

    static List<Link> links(DataSource database) {
        return new JdbcTemplate(database)
                .query("select " + LinkRow.COLUMNS + " from MP_TRAIL order by NODE, SEQ", LinkRow::of);
    }
}
