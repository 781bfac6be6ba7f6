package org.manypaths.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.manypaths.demo.DemoCredential;

/** Asks a server on this machine for a token, as SMART Backend Services has it. */
public final class TokenRequest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 10_000;
    private static final long LIFE_MILLIS = 60_000;
    private static final int JTI_BYTES = 16;

    private final String root;

    /** @param root where the server listens, without a slash at the end */
    public TokenRequest(String root) {
        this.root = root;
    }

    /** The token. The server's own time is taken, so that it does not matter whose clock is right. */
    public String send(DemoCredential credential, String scope) {
        try {
            HttpURLConnection discovery = open("/fhir/.well-known/smart-configuration");
            String audience = read(discovery).path("token_endpoint").asText();
            String assertion = assertion(credential, audience, discovery.getDate());
            HttpURLConnection request = open("/oauth2/token");
            request.setDoOutput(true);
            request.getOutputStream().write(form(assertion, scope).getBytes(StandardCharsets.UTF_8));
            return read(request).path("access_token").asText();
        } catch (IOException e) {
            throw new StartRefusal("Nothing answers at " + root + ". Is the demo running, and on this --port?");
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(root + path).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection;
    }

    private static String form(String assertion, String scope) {
        return "grant_type=client_credentials&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8)
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                + "&client_assertion=" + assertion;
    }

    private static String assertion(DemoCredential credential, String audience, long now) {
        byte[] jti = new byte[JTI_BYTES];
        new SecureRandom().nextBytes(jti);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(credential.client())
                .subject(credential.client())
                .audience(audience)
                .jwtID(HexFormat.of().formatHex(jti))
                .expirationTime(Date.from(Instant.ofEpochMilli(now + LIFE_MILLIS)))
                .build();
        try {
            ECKey key = ECKey.parse(credential.key());
            SignedJWT assertion = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES384)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            assertion.sign(new ECDSASigner(key));
            return assertion.serialize();
        } catch (ParseException | JOSEException e) {
            throw new StartRefusal("The key of client " + credential.client() + " cannot be used.");
        }
    }

    private JsonNode read(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        boolean good = status == HttpURLConnection.HTTP_OK;
        try (@Nullable InputStream body = good ? connection.getInputStream() : connection.getErrorStream()) {
            JsonNode answer = body == null ? JSON.createObjectNode() : JSON.readTree(body);
            if (!good) {
                throw new StartRefusal("There is no token: " + reason(answer, status));
            }
            return answer;
        }
    }

    private static String reason(JsonNode answer, int status) {
        String reason =
                answer.path("error_description").asText(answer.path("error").asText());
        return reason.isEmpty() ? "the server answers with status " + status + "." : reason;
    }
}
