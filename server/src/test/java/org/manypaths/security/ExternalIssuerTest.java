package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.ClientKey;

/** Tokens of an issuer that the operator named, with its keys at an address. */
class ExternalIssuerTest {

    private static final String ISSUER = "https://issuer.example.org";
    private static final String AUDIENCE = "https://fhir.example.org/fhir";

    private final ClientKey key = ClientKey.generate();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private AccessTokens tokens;

    @BeforeEach
    void publishKeys() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            byte[] body = key.jwks().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Cache-Control", "max-age=60");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI jwks = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
        SecuritySettings settings =
                new SecuritySettings(List.of(), URI.create(ISSUER), jwks, URI.create(ISSUER + "/token"));
        Clock clock = Clock.systemUTC();
        tokens = new AccessTokens(Issuers.external(settings, new KeyDocuments(clock)), () -> AUDIENCE, clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void areAcceptedWithKeysThatAreReadOnce() throws TokenException {
        AccessToken token = tokens.verify(key.sign(claims()));
        tokens.verify(key.sign(claims()));

        assertThat(token.client()).isEqualTo("hospital");
        assertThat(token.scopes().allows("Goal", Interaction.READ)).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void makeNobodyAnOperator() throws TokenException {
        assertThat(tokens.verify(key.sign(claims().claim(TokenRules.OPERATOR, true)))
                        .operator())
                .isFalse();
    }

    @Test
    void areRefusedFromAnotherIssuer() {
        refused(key.sign(claims().issuer("https://attacker.example.org")));
    }

    @Test
    void areRefusedForAnotherServer() {
        refused(key.sign(claims().audience("https://elsewhere.example.org/fhir")));
    }

    @Test
    void areRefusedWithAnotherKey() {
        refused(ClientKey.generate().sign(key.header(), claims()));
    }

    @Test
    void areRefusedOnceExpired() {
        refused(key.sign(claims().expirationTime(
                        java.util.Date.from(Clock.systemUTC().instant().minusSeconds(60)))));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(TokenException.class);
    }

    private static JWTClaimsSet.Builder claims() {
        return ClientKey.claims(ISSUER, URI.create(AUDIENCE))
                .claim("client_id", "hospital")
                .claim("scope", "system/*.rs email");
    }
}
