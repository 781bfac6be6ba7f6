package org.manypaths.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.manypaths.limits.FairShares.Admission;
import org.manypaths.limits.FairShares.Admission.Admitted;
import org.manypaths.limits.FairShares.Admission.TooSoon;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one client from taking the server away from the others. Whoever has no session shares with their address. */
class FairUseFilter extends OncePerRequestFilter {

    private static final String ANYWAY = "Spread your requests, or ask the operator for a larger share.";

    private static final String CHARGE = FairUseFilter.class.getName() + ".charge";

    private final FairShares shares;
    private final Answer answer;

    FairUseFilter(FairShares shares, Answer answer) {
        this.shares = shares;
        this.answer = answer;
    }

    /** Writes a refusal in the form that is read at the address. */
    interface Answer {
        void write(HttpServletResponse response, Refusal refusal) throws IOException;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = client(request);
        Admission admission = shares.enter(client);
        request.setAttribute(CHARGE, (LongConsumer) requests -> shares.charge(client, requests));
        if (admission instanceof Admitted admitted) {
            try {
                chain.doFilter(request, response);
            } finally {
                admitted.leave();
            }
            return;
        }
        long wait = admission instanceof TooSoon tooSoon ? tooSoon.secondsToWait() : 1;
        response.setHeader("Retry-After", String.valueOf(wait));
        answer.write(response, refusal(admission, wait));
    }

    /** Counts so many more requests for the client of this one, which turned out to hold them. */
    static void charge(ServletRequest request, long requests) {
        if (request.getAttribute(CHARGE) instanceof LongConsumer charge) {
            charge.accept(requests);
        }
    }

    private static String client(HttpServletRequest request) {
        // A client id is made of other characters.
        return Sessions.of(request).map(Session::client).orElseGet(() -> "address " + request.getRemoteAddr());
    }

    private static Refusal refusal(Admission admission, long wait) {
        return admission instanceof TooSoon
                ? RequestCode.TOO_MANY.refusal(
                        "Your client sends more requests than its share of this server.",
                        "Wait " + wait + " seconds. " + ANYWAY)
                : RequestCode.TOO_MANY.refusal(
                        "Too many requests of your client are being answered at the same time.",
                        "Wait for one of them to end. " + ANYWAY);
    }
}
