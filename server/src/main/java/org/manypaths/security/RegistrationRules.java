package org.manypaths.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client needs to be registered; each refusal is a {@link RegistrationException}. */
final class RegistrationRules {

    static final int SMALLEST_RSA_KEY = 2048;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}");
    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private RegistrationRules() {}

    static void require(String id, Role role, String organization, @Nullable String patient) {
        if (!ID.matcher(id).matches()) {
            throw new RegistrationException("The id of a client has 1 to 100 letters, digits, points, hyphens: " + id);
        }
        if (!LOGICAL_ID.matcher(organization).matches()) {
            throw new RegistrationException(
                    "Client " + id + " needs the id of its Organization, as after the slash of Organization/id.");
        }
        if ((role == Role.PERSON) != (patient != null)) {
            throw new RegistrationException("Client " + id + ": a client in the role PERSON, and only such a one, names"
                    + " the Patient whom it stands for.");
        }
        if (role == Role.USER) {
            throw new RegistrationException(
                    "Client " + id + ": the role USER comes with a person who signs in; register it as CLIENT.");
        }
    }

    static void requireScopes(String scopes) {
        try {
            if (Scopes.of(scopes).isEmpty()) {
                throw new RegistrationException("A client needs at least one scope, such as system/Observation.rs.");
            }
        } catch (ScopeException e) {
            throw new RegistrationException(String.valueOf(e.getMessage()));
        }
    }

    static void requireKeys(@Nullable String jwks, @Nullable URI jwksUrl, List<String> redirectUris) {
        if (jwks != null && jwksUrl != null) {
            throw new RegistrationException("A client has its keys by value or by URL, not both.");
        }
        if (jwks == null && jwksUrl == null && redirectUris.isEmpty()) {
            throw new RegistrationException(
                    "A client without keys cannot show who it is. Give its public keys, or the URL where it has them.");
        }
        if (jwks != null) {
            requirePublicKeys(jwks);
        }
        if (jwksUrl != null && !isSafe(jwksUrl)) {
            throw new RegistrationException("The keys of a client are at an https address, not at " + jwksUrl);
        }
        redirectUris.forEach(RegistrationRules::requireRedirect);
    }

    private static void requirePublicKeys(String jwks) {
        try {
            List<JWK> keys = JWKSet.parse(jwks).getKeys();
            if (keys.isEmpty()) {
                throw new RegistrationException("The key set of the client is empty.");
            }
            keys.forEach(RegistrationRules::requirePublic);
        } catch (ParseException e) {
            throw new RegistrationException("The keys of the client are no JWK set: {\"keys\":[…]}");
        }
    }

    private static void requirePublic(JWK key) {
        if (key.isPrivate() || key.getKeyID() == null) {
            throw new RegistrationException(
                    "Register public keys, each with a kid. A private key that was sent around must be replaced.");
        }
        if (!isStrong(key)) {
            throw new RegistrationException("Key " + key.getKeyID() + " is neither RSA of " + SMALLEST_RSA_KEY
                    + " bits or more nor EC on P-384.");
        }
    }

    /** Whether a signature by this key can be RS384 or ES384. */
    static boolean isStrong(JWK key) {
        try {
            return (key instanceof RSAKey rsa
                            && rsa.toRSAPublicKey().getModulus().bitLength() >= SMALLEST_RSA_KEY)
                    || (key instanceof ECKey ec && Curve.P_384.equals(ec.getCurve()));
        } catch (JOSEException e) {
            return false;
        }
    }

    /** Over TLS, or without leaving the machine. */
    static boolean isSafe(URI url) {
        return url.getHost() != null
                && ("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isLoopback(url.getHost())));
    }

    private static void requireRedirect(String uri) {
        URI parsed = URI.create(uri);
        boolean custom = parsed.getScheme() != null && parsed.getScheme().contains(".");
        if (parsed.getRawFragment() != null || !(custom || isSafe(parsed))) {
            throw new RegistrationException("A redirect goes to an https address or an app's own scheme: " + uri);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return (host.equals("localhost") || host.matches("[0-9.]+|\\[[0-9a-fA-F:]+\\]"))
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
