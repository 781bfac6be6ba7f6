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
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;

/** Opens the session that a request names in a header, in place of a token. */
@TestConfiguration(proxyBeanMethods = false)
public class TestSessions {

    public static final String HEADER = "X-Test-Client";
    public static final String SCOPE_HEADER = "X-Test-Scope";

    private static final Set<String> PROGRAMMES = Set.of("counselling", "detox");

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> testSessionFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws ServletException, IOException {
                        Sessions.put(request, session(request));
                        chain.doFilter(request, response);
                    }
                });
        registration.addUrlPatterns("/fhir/*");
        return registration;
    }

    private static Session session(HttpServletRequest request) {
        String named = Optional.ofNullable(request.getHeader(HEADER)).orElse("operator");
        String client = named.replaceFirst("/.*", "");
        Optional<String> person =
                client.equals("person") ? Optional.of(named.replaceFirst("^[^/]*/", "")) : Optional.empty();
        String scope = Optional.ofNullable(request.getHeader(SCOPE_HEADER))
                .orElse(person.isPresent() ? "patient/*.rs" : "system/*.cruds");
        return new Session(
                client,
                role(client),
                new Caller(
                        "demo-" + client,
                        PROGRAMMES.contains(client) ? RecipientKind.PART2_PROGRAMME : RecipientKind.COVERED_ENTITY,
                        person.isPresent()
                                ? Set.of(Purpose.PATIENT_REQUEST)
                                : Set.of(Purpose.TREATMENT, Purpose.PAYMENT, Purpose.OPERATIONS, Purpose.EMERGENCY),
                        Set.of(),
                        person),
                Scopes.of(scope),
                person,
                Optional.empty(),
                "test");
    }

    private static Role role(String client) {
        return switch (client) {
            case "operator" -> Role.OPERATOR;
            case "person" -> Role.PERSON;
            default -> Role.CLIENT;
        };
    }
}
