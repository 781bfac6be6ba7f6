package org.manypaths.testkit;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.manypaths.Application;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test that talks to the running server over HTTP.
 *
 * <p>All such tests share one server and one database: starting it costs more than most of them. Nobody adds a
 * property, a profile or a mock bean in a subclass, and each test makes the people that it asks about. They run one
 * after the other; tests that start servers of their own, in other processes, run beside them.
 */
@Execution(ExecutionMode.SAME_THREAD)
@AutoConfigureObservability(tracing = false)
@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServerIT {

    /** An endpoint that notifications may go to, and where nobody is. */
    protected static final String NOBODY_LISTENS = "http://127.0.0.1:1/nobody";

    private static final Path DATA = temporaryFolder();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("manypaths.data", DATA::toString);
        TestClients.settings().forEach((key, value) -> registry.add(key, () -> value));
        // Notifications go to the shared receiver, and days pass within seconds.
        registry.add("manypaths.notification.endpoints", ServerIT::endpoints);
        registry.add("manypaths.agreements[0].kind", () -> "service-organization");
        registry.add("manypaths.agreements[0].holder", () -> "demo-detox");
        registry.add("manypaths.agreements[0].organization", () -> "demo-stranger");
        registry.add("manypaths.agreements[0].from", () -> "2026-01-01");
        registry.add("manypaths.agreements[0].document", () -> "Contract 17, in the safe");
        registry.add("manypaths.notification.timeout", () -> "1s");
        registry.add("manypaths.notification.lease", () -> "4s");
        registry.add("manypaths.notification.interval", () -> "100ms");
        registry.add("manypaths.notification.first-retry", () -> "200ms");
        registry.add("manypaths.notification.longest-retry", () -> "1s");
        registry.add("manypaths.notification.give-up-after", () -> "8s");
    }

    /** The base of the FHIR endpoint, without a slash at its end. */
    protected URI base() {
        return URI.create("http://127.0.0.1:" + port + "/fhir");
    }

    /** Plain HTTP against the FHIR endpoint, as the operator, who may do everything. */
    protected Http http() {
        return http(TestClients.OPERATOR);
    }

    /** The same as one of {@link TestClients}. */
    protected Http http(String client) {
        return withoutToken().as(client);
    }

    /** The same without a token. */
    protected Http withoutToken() {
        return new Http(base());
    }

    /** HAPI's client against the FHIR endpoint, as the operator. */
    protected IGenericClient client() {
        Fhir.CONTEXT.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        IGenericClient client = Fhir.CONTEXT.newRestfulGenericClient(base().toString());
        client.registerInterceptor(new BearerTokenAuthInterceptor(Tokens.of(base(), TestClients.OPERATOR)));
        return client;
    }

    private static String endpoints() {
        return Receiver.NAMES.stream().map(Receiver.shared()::endpoint).collect(Collectors.joining(",")) + ","
                + NOBODY_LISTENS;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("manypaths-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
