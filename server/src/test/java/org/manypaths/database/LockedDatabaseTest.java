package org.manypaths.database;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two servers start with the same data at nearly the same moment, and the other one comes first. */
class LockedDatabaseTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void leavesTheWordsToWhoeverStartsTheServer() throws IOException {
        DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:file:" + folder + "/fhir", "sa", "");
        try (FileChannel other = FileChannel.open(
                        folder.resolve("fhir.mv.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> new DatabaseInspection(database, DatabaseKind.H2).requireTrustworthy())
                    .extracting(Throwable::getCause, as(InstanceOfAssertFactories.type(SQLException.class)))
                    .extracting(SQLException::getErrorCode)
                    .isEqualTo(90_020);
            lock.release();
        }
    }
}
