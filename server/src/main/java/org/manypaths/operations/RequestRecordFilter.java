package org.manypaths.operations;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leaves one line in the log and one count in the metrics for each FHIR request: its kind, status and duration. */
class RequestRecordFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RequestRecordFilter.class);
    private static final int UNPROCESSABLE = 422;

    private final MeterRegistry metrics;

    RequestRecordFilter(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            record(request, status, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void record(HttpServletRequest request, int status, Duration duration) {
        RequestFacts facts = RequestFacts.of(request);
        metrics.timer(
                        "manypaths.requests",
                        "interaction",
                        facts.interaction(),
                        "type",
                        facts.type(),
                        "status",
                        String.valueOf(status))
                .record(duration);
        if (status == UNPROCESSABLE) {
            metrics.counter("manypaths.validation.refusals", "type", facts.type())
                    .increment();
        }
        log.atInfo()
                .addKeyValue("fhir.interaction", facts.interaction())
                .addKeyValue("fhir.type", facts.type())
                .addKeyValue("http.response.status_code", status)
                .addKeyValue("event.duration", duration.toNanos())
                .log("{} {} {} in {} ms", facts.interaction(), facts.type(), status, duration.toMillis());
    }
}
