package org.manypaths.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What is kept between the pages on the way to an app: who signed in, and what the app asked for. */
final class BrowserSession {

    static final String FORM = "form";

    private static final String CONTINUE = "manypaths.continue";
    private static final String CHOSEN = "manypaths.chosen";
    private static final String FORM_TOKEN = "manypaths.form";
    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private BrowserSession() {}

    /** Keeps what the app asked for. */
    static void keepRequest(HttpServletRequest request, String query) {
        request.getSession().setAttribute(CONTINUE, query);
    }

    static Optional<String> keptRequest(HttpServletRequest request) {
        return text(request, CONTINUE);
    }

    /** Keeps whose record the app is opened with, as the pages tell it. */
    static void keepChosen(HttpServletRequest request, String person) {
        request.getSession().setAttribute(CHOSEN, person);
    }

    /** Empty where nobody was chosen on a page. */
    static String chosen(HttpServletRequest request) {
        return text(request, CHOSEN).orElse("");
    }

    /** Stands in every form of ours, so that no other site can send one. */
    static String formToken(HttpServletRequest request, Supplier<String> words) {
        return text(request, FORM_TOKEN).orElseGet(() -> {
            String token = words.get();
            request.getSession().setAttribute(FORM_TOKEN, token);
            return token;
        });
    }

    static boolean isOwnForm(HttpServletRequest request) {
        byte[] sent = Optional.ofNullable(request.getParameter(FORM)).orElse("").getBytes(StandardCharsets.UTF_8);
        return text(request, FORM_TOKEN)
                .filter(token -> MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent))
                .isPresent();
    }

    /** The session gets another name, so that nobody who knew the old one comes in with it. */
    static void signIn(HttpServletRequest request, User user) {
        request.getSession();
        request.changeSessionId();
        request.getSession().removeAttribute(FORM_TOKEN);
        request.getSession()
                .setAttribute(
                        CONTEXT,
                        new SecurityContextImpl(
                                UsernamePasswordAuthenticationToken.authenticated(user.name(), null, List.of())));
    }

    static Optional<String> user(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(CONTEXT) instanceof SecurityContext context
                ? Optional.ofNullable(context.getAuthentication()).map(java.security.Principal::getName)
                : Optional.empty();
    }

    private static Optional<String> text(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(name));
    }
}
