package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.ClientKey;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** What an attacker may send to the token endpoint. Each time the sender learns why it got nothing. */
class HostileTokenIT extends ServerIT {

    private static final String CLIENT = TestClients.HOSPITAL;
    private static final ClientKey KEY = TestClients.key(CLIENT);

    @Test
    void wouldBeLetInWithoutTheHostilePart() {
        assertThat(send(KEY.sign(claims())).statusCode()).isEqualTo(200);
    }

    @Test
    void isRefusedWhenExpired() {
        refused(KEY.sign(claims().issueTime(in(-200)).expirationTime(in(-60))), "expired");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 600, 86_400})
    void isRefusedWhenItLivesLongerThanFiveMinutes(int seconds) {
        refused(KEY.sign(claims().expirationTime(in(seconds))), "five minutes");
    }

    @Test
    void isRefusedWhenIssuedLongBeforeItEnds() {
        refused(KEY.sign(claims().issueTime(in(-250)).expirationTime(in(200))), "five minutes");
    }

    @Test
    void isRefusedWithoutEnd() {
        refused(KEY.sign(claims().expirationTime(null)), "exp");
    }

    @Test
    void isRefusedWhenNotYetValid() {
        refused(KEY.sign(claims().notBeforeTime(in(100))), "nbf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://somebody.example.org/token", "http://127.0.0.1/oauth2/token", ""})
    void isRefusedForAnotherAudience(String audience) {
        refused(KEY.sign(claims().audience(audience)), "aud");
    }

    @Test
    void isRefusedWhenIssuerIsNotSubject() {
        refused(KEY.sign(claims().issuer(TestClients.PRESCRIBER)), "iss");
    }

    @Test
    void isRefusedForAClientThatNobodyRegistered() {
        refused(KEY.sign(claims().issuer("nobody").subject("nobody")), "");
    }

    @Test
    void isRefusedWithAnUnknownKey() {
        refused(ClientKey.generate().sign(claims()), "kid");
    }

    @Test
    void isRefusedWithAnUnknownKeyUnderAKnownName() {
        JWSHeader.Builder header =
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(KEY.pair().getKeyID());
        refused(ClientKey.generate().sign(header, claims()), "signature");
    }

    @Test
    void isRefusedWithTheKeyOfAnotherClient() {
        refused(TestClients.key(TestClients.PRESCRIBER).sign(claims()), "kid");
    }

    @Test
    void isRefusedTheSecondTime() {
        String assertion = KEY.sign(claims());
        assertThat(send(assertion).statusCode()).isEqualTo(200);
        refused(assertion, "used before");
    }

    @Test
    void isRefusedWithoutName() {
        refused(KEY.sign(claims().jwtID(null)), "jti");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE"})
    void isRefusedUnsigned(String algorithm) {
        PlainJWT plain = new PlainJWT(claims().build());
        String header = Base64URL.encode(
                        "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + KEY.pair().getKeyID() + "\"}")
                .toString();
        refused(header + "." + plain.getPayload().toBase64URL() + ".", "alg");
    }

    @Test
    void isRefusedWhenSignedWithThePublicKeyAsASecret() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(KEY.pair().getKeyID())
                .build();
        SignedJWT assertion = new SignedJWT(header, claims().build());
        assertion.sign(new MACSigner(KEY.jwks().getBytes(StandardCharsets.UTF_8)));
        refused(assertion.serialize(), "alg");
    }

    @Test
    void isRefusedWhenItPointsToKeysOfAnAttackerAndNobodyAsksThere() throws IOException {
        ClientKey attacker = ClientKey.generate();
        AtomicInteger asked = new AtomicInteger();
        HttpServer trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        trap.start();
        try {
            URI jku = URI.create("http://127.0.0.1:" + trap.getAddress().getPort() + "/jwks.json");
            refused(attacker.sign(attacker.header().jwkURL(jku), claims()), "jku");
            refused(attacker.sign(attacker.header().x509CertURL(jku), claims()), "key of its own");
            refused(attacker.sign(attacker.header().jwk(attacker.pair().toPublicJWK()), claims()), "key of its own");
        } finally {
            trap.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"sub\":\"hospital\"", "\"exp\":99", "\"aud\":\"x\""})
    void isRefusedWithAClaimTwice(String again) {
        String[] parts = KEY.sign(claims()).split("\\.", -1);
        String body = new Base64URL(parts[1]).decodeToString();
        String doubled = body.substring(0, body.length() - 1) + "," + again + "}";
        refused(parts[0] + "." + Base64URL.encode(doubled) + "." + parts[2], "twice");
    }

    @Test
    void isRefusedWithAHeaderTwice() {
        String[] parts = KEY.sign(claims()).split("\\.", -1);
        String header = new Base64URL(parts[0]).decodeToString();
        String doubled = header.substring(0, header.length() - 1) + ",\"alg\":\"none\"}";
        refused(Base64URL.encode(doubled) + "." + parts[1] + "." + parts[2], "twice");
    }

    @Test
    void isRefusedWhenLong() {
        refused(KEY.sign(claims().claim("padding", "x".repeat(20_000))), "longer");
    }

    @Test
    void isRefusedWhenOneMegabyteLong() {
        HttpResponse<String> answer = send(KEY.sign(claims().claim("padding", "x".repeat(1_000_000))));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c", "....", "e30.e30.", "e30.W10.x", "eyJhbGciOiJFUzM4NCJ9.bnVsbA.x"})
    void isRefusedWhenItIsNoToken(String assertion) {
        refused(assertion, "");
    }

    private void refused(String assertion, String reason) {
        HttpResponse<String> answer = send(assertion);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(Tokens.text(answer, "error")).isEqualTo("invalid_client");
        assertThat(Tokens.text(answer, "error_description")).contains(reason).isNotEmpty();
    }

    private HttpResponse<String> send(String assertion) {
        return Tokens.ask(base(), assertion, "system/Patient.rs");
    }

    private JWTClaimsSet.Builder claims() {
        return ClientKey.claims(CLIENT, Tokens.endpoint(base()));
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
