package org.manypaths.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manypaths.consent.Caller;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecipientKind;
import org.manypaths.security.Role;
import org.manypaths.security.Scopes;
import org.manypaths.security.Session;

/** A session as the text that a job keeps of it, so that a restart does not lose in whose name it runs. */
final class CallerText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CallerText() {}

    /** The fields of a session that a client by itself has. */
    record Kept(
            String client,
            Role role,
            String organization,
            RecipientKind kind,
            Set<Purpose> purposes,
            Set<String> programmes,
            String scopes,
            @Nullable String patient,
            String tokenId) {}

    static String of(Session session) {
        Caller caller = session.caller();
        String scopes = Stream.concat(
                        session.scopes().resources().stream().map(Object::toString),
                        session.scopes().others().stream().sorted())
                .collect(Collectors.joining(" "));
        try {
            return JSON.writeValueAsString(new Kept(
                    session.client(),
                    session.role(),
                    caller.organization(),
                    caller.kind(),
                    new TreeSet<>(caller.purposes()),
                    new TreeSet<>(caller.programmes()),
                    scopes,
                    session.patient().orElse(null),
                    session.tokenId()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Session session(String text) {
        try {
            Kept kept = JSON.readValue(text, Kept.class);
            Caller caller =
                    new Caller(kept.organization(), kept.kind(), kept.purposes(), kept.programmes(), Optional.empty());
            return new Session(
                    kept.client(),
                    kept.role(),
                    caller,
                    Scopes.of(kept.scopes()),
                    Optional.ofNullable(kept.patient()),
                    Optional.empty(),
                    kept.tokenId());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
