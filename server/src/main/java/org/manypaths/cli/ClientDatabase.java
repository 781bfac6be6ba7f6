package org.manypaths.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.manypaths.security.Clients;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Option;

/** The database whose clients a command is about: the one that the server has, found by the same words. */
final class ClientDatabase {

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
            if (StartFailures.isOpenElsewhere(e)) {
                throw new StartRefusal(StartFailures.inUse(data.toAbsolutePath().normalize())
                        + " Clients can be registered in the configuration too.");
            }
            throw new StartRefusal("The database cannot be used: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    /** A client may be registered before the server ever started. */
    private void makeFolder() {
        try {
            DataFolder.make(data.toAbsolutePath().normalize());
            DataFolder.close(data.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw DataFolder.notWritable(data);
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
                "jdbc:h2:file:" + data.toAbsolutePath().normalize().resolve("fhir")
                        + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0",
                "sa",
                "");
    }
}
