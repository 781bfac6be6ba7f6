package org.manypaths.security;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.manypaths.security.AccessTokens.Issuer;

/** Whose tokens are accepted: our own, or those of the one other issuer that the operator named. */
final class Issuers {

    private Issuers() {}

    static Issuer own(Endpoints endpoints, SigningKeys keys) {
        return new Issuer(
                endpoints::issuer, Set.of(SigningKeys.ALGORITHM.getName()), Optional.of(TokenClaims.TYPE), keys::find);
    }

    static Issuer external(SecuritySettings settings, KeyDocuments documents) {
        URI keys = Objects.requireNonNull(settings.jwks());
        return new Issuer(
                () -> String.valueOf(settings.issuer()),
                Set.of("RS256", "RS384", "ES256", "ES384"),
                Optional.empty(),
                kid -> documents.get(keys, kid).map(found -> found.getKeyByKeyId(kid)));
    }
}
