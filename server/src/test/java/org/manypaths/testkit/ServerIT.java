package org.manypaths.testkit;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * property, a profile or a mock bean in a subclass, and each test makes the people that it asks about.
 */
@AutoConfigureObservability(tracing = false)
@SpringBootTest(classes = {Application.class, TestSessions.class}, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServerIT {

    private static final Path DATA = temporaryFolder();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("manypaths.data", DATA::toString);
    }

    /** The base of the FHIR endpoint, without a slash at its end. */
    protected URI base() {
        return URI.create("http://127.0.0.1:" + port + "/fhir");
    }

    /** Plain HTTP against the FHIR endpoint. */
    protected Http http() {
        return new Http(base());
    }

    /** Plain HTTP as a demo client such as {@code hospital} sends it. */
    protected Http as(String client) {
        return new Http(base(), client);
    }

    /** HAPI's client against the FHIR endpoint. */
    protected IGenericClient client() {
        Fhir.CONTEXT.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        return Fhir.CONTEXT.newRestfulGenericClient(base().toString());
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("manypaths-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
