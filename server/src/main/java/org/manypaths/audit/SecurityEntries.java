package org.manypaths.audit;

import java.util.List;
import java.util.Optional;
import org.manypaths.operations.RequestId;
import org.manypaths.security.SecurityEvent;
import org.manypaths.security.SecurityEvent.SignInRefused;
import org.manypaths.security.SecurityEvent.SignedIn;
import org.manypaths.security.SecurityEvent.TokenGiven;
import org.manypaths.security.SecurityEvent.TokenRefused;
import org.springframework.context.event.EventListener;

/** Puts tokens and sign-ins into the trail before their answer leaves; what this throws keeps it from leaving. */
class SecurityEntries {

    private final Trail trail;

    SecurityEntries(Trail trail) {
        this.trail = trail;
    }

    @EventListener
    void record(SecurityEvent event) {
        if (event instanceof TokenGiven given) {
            // Which token, and for what: the id is in each session that it opens.
            String what = "token " + given.tokenId() + " for " + given.scopes();
            Entry entry = entry(Kind.TOKEN, Outcome.SUCCESS, what, Optional.of(given.client()));
            trail.append(entry.by(given.user()));
        } else if (event instanceof TokenRefused refused) {
            trail.append(entry(Kind.TOKEN, Outcome.REFUSED, refused.reason(), refused.client()));
        } else if (event instanceof SignedIn signedIn) {
            Entry entry = entry(Kind.SIGN_IN, Outcome.SUCCESS, "signed in", Optional.empty());
            trail.append(entry.by(Optional.of(signedIn.user())));
        } else if (event instanceof SignInRefused) {
            trail.append(entry(Kind.SIGN_IN, Outcome.REFUSED, "not signed in", Optional.empty()));
        }
    }

    private static Entry entry(Kind kind, Outcome outcome, String reason, Optional<String> client) {
        return new Entry(
                kind,
                client,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                outcome,
                Optional.of(reason),
                RequestId.ofThread().value());
    }
}
