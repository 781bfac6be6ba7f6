package org.manypaths.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on the way to an app: sign in, choose a person, allow. They need no script. */
@RestController
class SignInProvider {

    private final Pages pages;
    private final Clients clients;
    private final Users users;
    private final Launches launches;
    private final Persons persons;
    private final Supplier<String> words;
    private final ApplicationEventPublisher events;

    SignInProvider(
            Pages pages,
            Clients clients,
            Users users,
            Launches launches,
            Persons persons,
            Supplier<String> words,
            ApplicationEventPublisher events) {
        this.pages = pages;
        this.clients = clients;
        this.users = users;
        this.launches = launches;
        this.persons = persons;
        this.words = words;
        this.events = events;
    }

    @GetMapping(Endpoints.SIGN_IN)
    void signInPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        signInPage(request, response, false);
    }

    private void signInPage(HttpServletRequest request, HttpServletResponse response, boolean refused)
            throws IOException {
        Optional<Registration> app = app(request);
        Map<String, Object> values = new HashMap<>();
        values.put("app", app.map(Registration::name).orElse(""));
        values.put("refused", refused);
        values.put("form", BrowserSession.formToken(request, words));
        pages.show(response, "sign-in", values, app);
    }

    @PostMapping(Endpoints.SIGN_IN)
    void signIn(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "password", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<User> user = BrowserSession.isOwnForm(request) ? users.signIn(name, password) : Optional.empty();
        if (user.isEmpty()) {
            events.publishEvent(new SecurityEvent.SignInRefused());
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            signInPage(request, response, true);
            return;
        }
        events.publishEvent(new SecurityEvent.SignedIn(user.get().name()));
        BrowserSession.signIn(request, user.get());
        seeOther(response, goOn(request, ""));
    }

    @GetMapping(Endpoints.CHOOSE)
    void choosePage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<User> user = BrowserSession.user(request).flatMap(users::find);
        Optional<Registration> app = app(request);
        if (user.isEmpty() || app.isEmpty()) {
            seeOther(response, Endpoints.SIGN_IN);
            return;
        }
        Map<String, Object> values = Map.of(
                "app", app.get().name(),
                "people", persons.of(user.get()),
                "form", BrowserSession.formToken(request, words));
        pages.show(response, "choose-person", values, app);
    }

    @PostMapping(Endpoints.CHOOSE)
    void choose(
            @RequestParam(name = "patient", defaultValue = "") String patient,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Registration> app = app(request);
        boolean sound = BrowserSession.isOwnForm(request)
                && BrowserSession.user(request).isPresent()
                && app.isPresent();
        Optional<String> chosen = sound ? chosen(request, patient) : Optional.empty();
        if (chosen.isEmpty()) {
            seeOther(response, Endpoints.CHOOSE);
            return;
        }
        BrowserSession.keepChosen(request, chosen.get());
        seeOther(response, goOn(request, "&launch=" + launches.prepare(app.get().id(), patient)));
    }

    /** As the page tells them; one of those who are shown, where they are shown. */
    private Optional<String> chosen(HttpServletRequest request, String patient) {
        List<Persons.Choice> shown = BrowserSession.user(request)
                .flatMap(users::find)
                .map(persons::of)
                .orElse(List.of());
        if (shown.isEmpty()) {
            return Optional.of("record " + patient).filter(label -> patient.matches("[A-Za-z0-9.-]{1,64}"));
        }
        return shown.stream()
                .filter(choice -> choice.patient().equals(patient))
                .map(Persons.Choice::label)
                .findFirst();
    }

    @GetMapping(Endpoints.APPROVE)
    void approvePage(
            @RequestParam("client_id") String client,
            @RequestParam("state") String state,
            @RequestParam("scope") String scope,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Registration> app = clients.find(client);
        Optional<User> user = BrowserSession.user(request).flatMap(users::find);
        if (app.isEmpty() || user.isEmpty()) {
            seeOther(response, Endpoints.SIGN_IN);
            return;
        }
        List<Wish> wishes = Arrays.stream(scope.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(Wish::of)
                .toList();
        pages.show(
                response,
                "approve",
                Map.of(
                        "app",
                        app.get().name(),
                        "user",
                        user.get().title(),
                        "client",
                        client,
                        "state",
                        state,
                        "person",
                        BrowserSession.chosen(request),
                        "wishes",
                        wishes),
                app);
    }

    /** Back to what the app asked for; home, where nothing did. */
    private static String goOn(HttpServletRequest request, String more) {
        return BrowserSession.keptRequest(request)
                .map(query -> Endpoints.AUTHORIZE + "?" + query + more)
                .orElse("/");
    }

    private Optional<Registration> app(HttpServletRequest request) {
        return BrowserSession.keptRequest(request).flatMap(query -> Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith("client_id="))
                .map(pair -> URLDecoder.decode(pair.substring("client_id=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .flatMap(clients::find));
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
