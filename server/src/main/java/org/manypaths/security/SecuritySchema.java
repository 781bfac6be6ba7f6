package org.manypaths.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of clients, keys and tokens; made where they are missing. */
final class SecuritySchema {

    private SecuritySchema() {}

    static void create(JdbcTemplate database) {
        try {
            statements().forEach(database::execute);
        } catch (DataAccessException e) {
            // Another node may be making the same tables at this very moment; then they are there now.
            statements().forEach(database::execute);
        }
    }

    private static List<String> statements() {
        String script = text().replaceAll("(?m)^--.*$", "");
        return Arrays.stream(script.split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String text() {
        try (InputStream in =
                Objects.requireNonNull(SecuritySchema.class.getResourceAsStream("/security/schema.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
