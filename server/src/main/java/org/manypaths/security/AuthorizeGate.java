package org.manypaths.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Sends the browser to sign in and to choose a person, before an app's request is looked at whole. Of an app that may
 * not have it back, the browser learns why, and nothing is asked of whoever sits before it.
 */
final class AuthorizeGate {

    private final Clients clients;
    private final Users users;
    private final Launches launches;
    private final AppRules apps;
    private final Pages pages;
    private final ApplicationEventPublisher events;

    AuthorizeGate(
            Clients clients,
            Users users,
            Launches launches,
            AppRules apps,
            Pages pages,
            ApplicationEventPublisher events) {
        this.clients = clients;
        this.users = users;
        this.launches = launches;
        this.apps = apps;
        this.pages = pages;
        this.events = events;
    }

    /** Whether the browser has its answer: a page, or where to go next. */
    boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("response_type") == null) {
            // The answer of the approval page.
            return false;
        }
        Optional<AppRules.Problem> problem = apps.problem(request);
        if (problem.isPresent()) {
            return refuse(request, response, problem.get());
        }
        String query = query(request);
        if (request.getMethod().equals("POST")) {
            return redirect(response, Endpoints.AUTHORIZE + "?" + query);
        }
        Optional<User> user = BrowserSession.user(request).flatMap(users::find);
        if (user.isEmpty()) {
            BrowserSession.keepRequest(request, query);
            return redirect(response, Endpoints.SIGN_IN);
        }
        if (lacksPerson(request)) {
            return choosePerson(request, response, user.get(), query);
        }
        return false;
    }

    private boolean refuse(HttpServletRequest request, HttpServletResponse response, AppRules.Problem problem)
            throws IOException {
        events.publishEvent(new SecurityEvent.TokenRefused(
                Optional.ofNullable(request.getParameter("client_id"))
                        .flatMap(clients::find)
                        .map(Registration::id),
                "invalid_request " + problem.parameter()));
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        pages.show(response, "refused", Map.of("problem", problem), Optional.empty());
        return true;
    }

    private boolean choosePerson(HttpServletRequest request, HttpServletResponse response, User user, String query) {
        BrowserSession.keepChosen(request, "");
        if (user.person() != null) {
            String word = launches.prepare(request.getParameter("client_id"), user.person());
            return redirect(response, Endpoints.AUTHORIZE + "?" + query + "&launch=" + word);
        }
        BrowserSession.keepRequest(request, query);
        return redirect(response, Endpoints.CHOOSE);
    }

    /** A request that is wrong otherwise goes on, to be told so. */
    private boolean lacksPerson(HttpServletRequest request) {
        Optional<Registration> client =
                Optional.ofNullable(request.getParameter("client_id")).flatMap(clients::find);
        if (client.isEmpty() || request.getParameter("launch") != null) {
            return false;
        }
        try {
            Scopes scopes =
                    Scopes.of(Optional.ofNullable(request.getParameter("scope")).orElse(""));
            return LaunchRules.needsPatient(scopes) && !scopes.others().contains("launch");
        } catch (ScopeException e) {
            return false;
        }
    }

    private static String query(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** See other: a POST is answered with something to GET. */
    private static boolean redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        return true;
    }
}
