package org.manypaths.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.manypaths.database.UnusableDatabaseException;
import org.springframework.boot.web.server.PortInUseException;

/** Turns what ended a start into a sentence for the person at the keyboard. */
final class StartFailures {

    /** H2: the file is locked by another process. */
    private static final int DATABASE_ALREADY_OPEN = 90_020;

    private StartFailures() {}

    /** The sentence, if the failure is one that the person can mend without reading a stack trace. */
    static Optional<String> known(Throwable failure) {
        return causes(failure).stream()
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
    }

    static StartRefusal explain(RuntimeException failure) {
        return new StartRefusal(
                known(failure).orElseGet(() -> "The server did not start: " + innermost(causes(failure))));
    }

    static String inUse(Path folder) {
        return "The data in " + folder + " is open in another Many Paths server. Stop that one, or choose another"
                + " folder with --data.";
    }

    private static Optional<String> sentence(Throwable cause) {
        if (cause instanceof StartRefusal refusal) {
            return Optional.of(refusal.getMessage());
        }
        if (cause instanceof UnusableDatabaseException unusable) {
            return Optional.ofNullable(unusable.getMessage());
        }
        if (cause instanceof PortInUseException inUse) {
            return Optional.of("Port " + inUse.getPort() + " is in use. Stop what listens there, or choose another.");
        }
        if (isLocked(cause)) {
            return Optional.of("The database is open in another Many Paths server. Stop that one, or choose another"
                    + " folder with --data.");
        }
        return Optional.empty();
    }

    /** Whether another process has the file of the database open, however deep H2 says so. */
    static boolean isOpenElsewhere(Throwable failure) {
        return causes(failure).stream().anyMatch(StartFailures::isLocked);
    }

    private static boolean isLocked(Throwable cause) {
        return cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_ALREADY_OPEN;
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
    }

    private static String innermost(List<Throwable> causes) {
        Throwable innermost = causes.get(causes.size() - 1);
        return Optional.ofNullable(innermost.getMessage())
                .flatMap(message -> Arrays.stream(message.split("\\R")).findFirst())
                .orElse(innermost.getClass().getSimpleName());
    }
}
