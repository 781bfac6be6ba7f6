package org.manypaths.cli;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps the stack trace of a failure that one sentence explains out of the log; the command prints the sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KnownFailureReporter implements SpringBootExceptionReporter {

    /** Spring Boot hands every reporter the context that failed; the sentence does not need it. */
    KnownFailureReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return StartFailures.known(failure).isPresent();
    }
}
