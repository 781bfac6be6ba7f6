package org.manypaths.address;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The address under which everybody outside sees this server: links in answers, the start page, printed commands.
 *
 * <p>It is what the operator says it is or else the loopback address with the port in use, and never what a request's
 * {@code Host} header claims: a forged header must not put an attacker's address into a partner's next page link.
 */
public final class PublicAddress {

    private static final String LISTENING = "local.server.port";

    private final AddressSettings settings;
    private final Environment environment;
    private volatile @Nullable String known;

    public PublicAddress(AddressSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** The start page, without a slash at its end; known once the web server listens. */
    public String root() {
        @Nullable String settled = known;
        return settled == null ? settle() : settled;
    }

    /** Asked for with every request: looked up until the port is known, and then no more. */
    private String settle() {
        URI publicUrl = settings.publicUrl();
        String root = publicUrl == null ? local() : publicUrl.toString().replaceAll("/+$", "");
        if (publicUrl != null || environment.containsProperty(LISTENING)) {
            known = root;
        }
        return root;
    }

    /** The base of the FHIR endpoint, without a slash at its end. */
    public String fhirBase() {
        return root() + "/fhir";
    }

    private String local() {
        String host = environment.getProperty("server.address", "127.0.0.1");
        String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return "http://" + bracketed + ":"
                + environment.getProperty(LISTENING, environment.getProperty("server.port", "8080"));
    }
}
