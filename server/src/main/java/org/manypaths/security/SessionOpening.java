package org.manypaths.security;

import java.util.Optional;

/** Opens a session for a token whose client is still registered, with no more than that registration allows. */
final class SessionOpening {

    private static final String PERSON = "Patient/";

    private final AccessTokens tokens;
    private final Clients clients;

    SessionOpening(AccessTokens tokens, Clients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    Session open(String bearer) throws TokenException {
        AccessToken token = tokens.verify(bearer);
        Registration client = clients.ofToken(token.client(), token.id())
                .orElseThrow(() ->
                        new TokenException("The token was taken back, or its client is not registered any more."));
        Optional<String> user = token.user()
                .map(SessionOpening::relative)
                .or(() -> Optional.ofNullable(client.patient()).map(PERSON::concat));
        Role role = token.operator() ? Role.OPERATOR : role(client, user);
        Optional<String> patient = token.patient().or(() -> Optional.ofNullable(client.patient()));
        Optional<String> person =
                user.filter(name -> name.startsWith(PERSON)).map(name -> name.substring(PERSON.length()));
        return new Session(
                client.id(),
                role,
                client.caller(person),
                token.scopes().within(client.allowed()),
                patient,
                user,
                token.id());
    }

    /** Another issuer may write the whole address. */
    private static String relative(String user) {
        return user.replaceFirst("^.*/(?=[A-Za-z]+/[^/]+$)", "");
    }

    private static Role role(Registration client, Optional<String> user) {
        return user.map(name -> name.startsWith(PERSON) ? Role.PERSON : Role.USER)
                .orElse(client.role());
    }
}
