package org.manypaths.cli.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import org.manypaths.demo.DemoCredential;

/**
 * A system that may call one of the servers, with a key that nobody else has and that is forgotten in the end.
 *
 * @param organization for which it calls
 * @param settings further settings of its registration, such as {@code role=operator}
 */
record Account(
        String id, String organization, String scopes, List<String> settings, String jwks, DemoCredential secret) {

    static Account of(String id, String organization, String scopes, String... settings) {
        try {
            var key = new ECKeyGenerator(Curve.P_384).keyIDFromThumbprint(true).generate();
            return new Account(
                    id,
                    organization,
                    scopes,
                    List.of(settings),
                    new JWKSet(key.toPublicJWK()).toString(),
                    new DemoCredential(id, scopes, key.toJSONObject()));
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM makes no keys on the curve P-384", e);
        }
    }

    /** The registration on the command line of a server. */
    List<String> toSettings(int number) {
        String prefix = "--manypaths.security.clients[" + number + "].";
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "id=" + id,
                                "organization=" + organization,
                                "scopes=" + scopes,
                                "purposes=treatment,payment,operations",
                                "jwks=" + jwks),
                        settings.stream())
                .map(setting -> prefix + setting)
                .toList();
    }
}
