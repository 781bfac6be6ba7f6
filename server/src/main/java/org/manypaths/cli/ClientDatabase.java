package org.manypaths.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.manypaths.security.Clients;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Option;

/** The database whose clients a command is about: the one that the server has, found by the same words. */
final class ClientDatabase {

    /** H2: another process has the file open. */
    private static final int OPEN_ELSEWHERE = 90_020;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data",
            description = "Folder of the H2 database (default: ./data). Not used with the profile postgres, which takes"
                    + " the environment variables of the server.")
    private Path data = Path.of("data");

    Clients open() {
        try {
            return Clients.in(source(new StandardEnvironment()));
        } catch (DataAccessException e) {
            Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
            if (root instanceof SQLException sql && sql.getErrorCode() == OPEN_ELSEWHERE) {
                throw new StartRefusal("A server has " + data.toAbsolutePath().normalize()
                        + " open. Stop it first, or register the client in the configuration.");
            }
            throw new StartRefusal("The database cannot be used: " + root.getMessage());
        }
    }

    /** A client may be registered before the server ever started. */
    private void makeFolder() {
        try {
            DataFolder.make(data.toAbsolutePath().normalize());
            DataFolder.close(data.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new StartRefusal(
                    "Cannot write to the data folder " + data + ". Make it writable, or choose another with --data.");
        }
    }

    private DriverManagerDataSource source(StandardEnvironment environment) {
        if (environment.acceptsProfiles(Profiles.of("postgres"))) {
            return new DriverManagerDataSource(
                    environment.getProperty("MANYPATHS_DB_URL", ""),
                    environment.getProperty("MANYPATHS_DB_USER", ""),
                    environment.getProperty("MANYPATHS_DB_PASSWORD", ""));
        }
        makeFolder();
        return new DriverManagerDataSource(
                "jdbc:h2:file:" + data.toAbsolutePath().normalize().resolve("fhir") + ";WRITE_DELAY=0", "sa", "");
    }
}
