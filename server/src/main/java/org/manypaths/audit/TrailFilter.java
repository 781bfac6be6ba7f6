package org.manypaths.audit;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manypaths.refusal.OutcomeWriter;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.OpenPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands around everything that answers below {@code /fhir}, and holds each answer back until the trail knows of it.
 *
 * <p>Mostly it was told by then. What is left are refusals, of whatever part of the server, and answers that somebody
 * writes by hand without telling.
 */
class TrailFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(TrailFilter.class);
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;
    private static final int UNAVAILABLE = 503;

    private final Trail trail;
    private final OpenPaths open;
    private final FhirContext fhirContext;
    private final UnderWay underWay;

    /** @param open what holds nobody's records */
    TrailFilter(Trail trail, OpenPaths open, FhirContext fhirContext, UnderWay underWay) {
        this.trail = trail;
        this.open = open;
        this.fhirContext = fhirContext;
        this.underWay = underWay;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.contains(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UnderWay.Request mine = underWay.begin();
        HeldResponse held = new HeldResponse(response, status -> {
            beforeFirstByte(request, status);
            mine.end();
        });
        try {
            chain.doFilter(request, held);
            held.ask();
            if (Disclosures.of(request).isBrokenOff() && response.isCommitted()) {
                // Tomcat then closes the connection without the end of the body.
                throw new ServletException("The answer was broken off, for the trail cannot be written");
            }
        } catch (TrailUnavailableException e) {
            refuse(response);
        } finally {
            mine.end();
        }
    }

    private void beforeFirstByte(HttpServletRequest request, int status) {
        Disclosures notes = Disclosures.of(request);
        if (status >= FIRST_REFUSAL) {
            recordRefusal(request, status, notes);
        } else if (!notes.isRecorded()) {
            trail.append(Facts.of(request).entry(Kind.OPERATION, Outcome.SUCCESS, Optional.empty()));
            notes.recorded();
        }
    }

    /** A refusal gives out nothing: it is told even when the trail cannot be. */
    private void recordRefusal(HttpServletRequest request, int status, Disclosures notes) {
        Facts facts = Facts.of(request);
        Outcome outcome = status >= FIRST_FAILURE ? Outcome.FAILED : Outcome.REFUSED;
        List<Entry> entries = new ArrayList<>(AnswerEntries.withheld(facts, notes));
        entries.add(facts.entry(Kind.REFUSAL, outcome, Optional.of("HTTP " + status)));
        try {
            trail.append(entries);
        } catch (TrailUnavailableException e) {
            log.warn("A refusal is missing from the trail");
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader("Retry-After", "10");
            OutcomeWriter.write(response, fhirContext, new Refusal(UNAVAILABLE, TrailInterceptor.unavailable()));
        }
    }
}
