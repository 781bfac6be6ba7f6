package org.manypaths.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manypaths.testkit.RealPostgres;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Real databases, with the settings that matter on and off. */
class DatabaseInspectionIT {

    @Nested
    class OfH2 {

        @TempDir
        private Path folder = Path.of("unset");

        @Test
        void trustsFileThatIsWrittenAtOnce() {
            assertThatCode(() -> inspect(";WRITE_DELAY=0")).doesNotThrowAnyException();
        }

        @Test
        void refusesFileThatIsWrittenLater() {
            assertThatExceptionOfType(UnusableDatabaseException.class)
                    .isThrownBy(() -> inspect(""))
                    .withMessageContaining("may lose what it acknowledged: WRITE_DELAY=500");
        }

        private void inspect(String settings) {
            DataSource database = new DriverManagerDataSource("jdbc:h2:file:" + folder + "/fhir" + settings, "sa", "");
            new DatabaseInspection(database, DatabaseKind.H2).requireTrustworthy();
        }
    }

    @Nested
    class OfPostgres {

        @Test
        void trustsServerThatWaitsForItsLog() {
            assertThatCode(() -> inspect("")).doesNotThrowAnyException();
        }

        @Test
        void refusesServerThatCommitsWithoutWaiting() {
            assertThatExceptionOfType(UnusableDatabaseException.class)
                    .isThrownBy(() -> inspect("?options=-c%20synchronous_commit=off"))
                    .withMessageContaining("may lose what it acknowledged: synchronous_commit=off");
        }

        @Test
        void saysWhyTheServerDoesNotLetItIn() {
            DataSource nobody = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "x", "y");
            assertThatExceptionOfType(UnusableDatabaseException.class)
                    .isThrownBy(() -> new DatabaseInspection(nobody, DatabaseKind.POSTGRESQL).requireTrustworthy())
                    .withMessageStartingWith("The database does not let the server in: ");
        }

        private void inspect(String parameters) {
            DataSource database = new DriverManagerDataSource(
                    RealPostgres.shared().url() + parameters, RealPostgres.USER, RealPostgres.USER);
            new DatabaseInspection(database, DatabaseKind.POSTGRESQL).requireTrustworthy();
        }
    }
}
