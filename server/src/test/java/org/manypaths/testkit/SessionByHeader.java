package org.manypaths.testkit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.manypaths.consent.Caller;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecipientKind;
import org.manypaths.security.Role;
import org.manypaths.security.Scopes;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Opens a session of one's choice for a test, by a header that the server itself does not know. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
public class SessionByHeader extends OncePerRequestFilter {

    public static final String HEADER = "X-Test-Session";

    /** The header's value for a system of an organisation; of its own programme where it is one. */
    public static String client(String name) {
        return "CLIENT " + name + " -";
    }

    public static String person(String id) {
        return "PERSON app " + id;
    }

    public static String operator() {
        return "OPERATOR operator -";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HEADER);
        if (header != null) {
            Sessions.put(request, session(header.split(" ", -1)));
        }
        chain.doFilter(request, response);
    }

    private static Session session(String[] parts) {
        Role role = Role.valueOf(parts[0]);
        String organization = "demo-" + parts[1];
        Optional<String> person = Optional.of(parts[2]).filter(id -> role == Role.PERSON);
        boolean programme = parts[1].equals("counselling") || parts[1].equals("detox");
        return new Session(
                parts[1],
                role,
                new Caller(
                        organization,
                        RecipientKind.COVERED_ENTITY,
                        Set.of(Purpose.TREATMENT),
                        programme ? Set.of(organization) : Set.of(),
                        person),
                Scopes.of("system/*.cruds"),
                person,
                person.map(id -> "Patient/" + id),
                "token");
    }
}
