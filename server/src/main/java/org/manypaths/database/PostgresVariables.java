package org.manypaths.database;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Refuses to start the profile {@code postgres} without the variables that say which database, as whom and with which
 * password.
 *
 * <p>It looks before anything else does: a server told to keep its records in PostgreSQL must never open another
 * database instead. There are no defaults, for a default password is everybody's password.
 */
final class PostgresVariables implements EnvironmentPostProcessor {

    private static final String URL = "MANYPATHS_DB_URL";
    private static final List<String> NEEDED = List.of(URL, "MANYPATHS_DB_USER", "MANYPATHS_DB_PASSWORD");
    private static final String SCHEME = "jdbc:postgresql:";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("postgres"))) {
            return;
        }
        List<String> missing = NEEDED.stream()
                .filter(name -> !StringUtils.hasText(environment.getProperty(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnusableDatabaseException("The profile postgres needs the environment variables "
                    + String.join(", ", NEEDED) + "; missing: " + String.join(", ", missing) + ".");
        }
        if (!environment.getRequiredProperty(URL).startsWith(SCHEME)) {
            throw new UnusableDatabaseException(
                    URL + " must look like " + SCHEME + "//host:5432/database, and without user or password in it.");
        }
    }
}
