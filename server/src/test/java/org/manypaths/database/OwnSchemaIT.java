package org.manypaths.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.RealPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Our own tables come into being on both databases, and coming again changes nothing. */
class OwnSchemaIT {

    @Test
    void makesItsTablesOnceInH2() {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:own-schema;DB_CLOSE_DELAY=-1", "sa", "");
        makesItsTablesOnce(database, DatabaseKind.H2);
    }

    @Test
    void makesItsTablesOnceInPostgres() {
        String url = RealPostgres.shared().url();
        String user = RealPostgres.USER;
        new JdbcTemplate(new DriverManagerDataSource(url, user, user)).execute("create schema own_schema");
        DataSource database = new DriverManagerDataSource(url + "?currentSchema=own_schema", user, user);
        makesItsTablesOnce(database, DatabaseKind.POSTGRESQL);
    }

    private static void makesItsTablesOnce(DataSource database, DatabaseKind kind) {
        OwnSchema.run(database, kind);
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.update("insert into MP_TRAIL_HEAD (NODE, SEQ, HASH) values ('a', 1, 'h')");
        OwnSchema.run(database, kind);
        assertThat(sql.queryForObject("select count(*) from MP_TRAIL_HEAD", Integer.class))
                .isEqualTo(1);
        assertThat(sql.queryForObject("select count(*) from MP_TRAIL", Integer.class))
                .isZero();
        assertThat(sql.queryForObject("select count(*) from MP_EXPORT_JOB", Integer.class))
                .isZero();
    }
}
