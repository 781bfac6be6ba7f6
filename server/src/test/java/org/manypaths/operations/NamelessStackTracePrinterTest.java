package org.manypaths.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class NamelessStackTracePrinterTest {

    private final NamelessStackTracePrinter printer = new NamelessStackTracePrinter();
    private final Exception failure =
            new IllegalStateException("Anna Canary", new IllegalArgumentException("born 1970"));

    @Test
    void leavesMessagesOutOnceThereAreRequests() {
        Executor worker = task -> new Thread(task, "http-nio-exec-1").start();
        String trace = CompletableFuture.supplyAsync(() -> printer.printStackTraceToString(failure), worker)
                .join();
        assertThat(trace)
                .contains("java.lang.IllegalStateException", "java.lang.IllegalArgumentException", "\tat ")
                .doesNotContain("Canary", "1970");
    }

    @Test
    void keepsMessagesWhileStarting() {
        Executor main = task -> new Thread(task, "main").start();
        assertThat(CompletableFuture.supplyAsync(() -> printer.printStackTraceToString(failure), main)
                        .join())
                .contains("Anna Canary");
    }
}
