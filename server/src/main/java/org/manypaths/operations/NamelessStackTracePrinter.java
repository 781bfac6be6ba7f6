package org.manypaths.operations;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/**
 * Prints exceptions without their messages, which repeat what was sent: names, identifiers, parts of a body.
 *
 * <p>While the application starts, on its main thread, nobody has sent anything yet and messages are what an operator
 * needs. The class is public because the log system makes it by name.
 */
public class NamelessStackTracePrinter implements StackTracePrinter {

    private static final String STARTING = "main";

    private final StandardStackTracePrinter complete =
            StandardStackTracePrinter.rootFirst().withMaximumLength(16_000);
    private final StandardStackTracePrinter nameless =
            complete.withFormatter(failure -> failure.getClass().getName());

    @Override
    public void printStackTrace(Throwable failure, Appendable out) throws IOException {
        boolean starting = Thread.currentThread().getName().equals(STARTING);
        (starting ? complete : nameless).printStackTrace(failure, out);
    }
}
