package org.manypaths.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecipientKind;
import org.manypaths.security.Registration;
import org.manypaths.security.RegistrationException;
import org.manypaths.security.Role;
import picocli.CommandLine.Option;

/** What an operator says of a client; what is left out has the narrowest meaning. */
final class ClientOptions {

    @Option(names = "--id", required = true, description = "The id by which the client calls itself.")
    private String id = "";

    @Option(names = "--name", description = "Its name, for people (default: its id).")
    private @Nullable String name;

    @Option(
            names = "--organization",
            required = true,
            description = "Id of the Organization that the client belongs to.")
    private String organization = "";

    @Option(
            names = "--kind",
            defaultValue = "OTHER",
            description = "What the law takes the organisation for: ${COMPLETION-CANDIDATES}.")
    private RecipientKind kind = RecipientKind.OTHER;

    @Option(
            names = "--purpose",
            split = ",",
            description =
                    "What it may ask for, several times or with commas: ${COMPLETION-CANDIDATES}. Nobody can ask for"
                            + " AUDIT_AND_EVALUATION or PROCEEDINGS yet: no purpose code stands for them (docs/access.md).")
    private List<Purpose> purposes = List.of();

    @Option(names = "--role", defaultValue = "CLIENT", description = "CLIENT (the default), OPERATOR or PERSON.")
    private Role role = Role.CLIENT;

    @Option(names = "--patient", description = "Id of the Patient whom a client in the role PERSON stands for.")
    private @Nullable String patient;

    @Option(names = "--scopes", required = true, description = "All that it may ask for, with spaces between.")
    private String scopes = "";

    @Option(names = "--jwks", paramLabel = "FILE", description = "File with its public keys, as a JWK set.")
    private @Nullable Path jwks;

    @Option(names = "--jwks-url", description = "Where it publishes its keys, in place of --jwks.")
    private @Nullable URI jwksUrl;

    @Option(names = "--redirect-uri", description = "Where a browser may be sent back to, for an app.")
    private List<String> redirectUris = List.of();

    @Option(names = "--launch-uri", description = "Where an EHR opens the app.")
    private @Nullable URI launchUri;

    Registration toRegistration() {
        try {
            return new Registration(
                    id,
                    name == null ? id : name,
                    role,
                    organization,
                    kind,
                    new HashSet<>(purposes),
                    Set.of(),
                    scopes,
                    keys(),
                    jwksUrl,
                    redirectUris,
                    launchUri,
                    patient);
        } catch (RegistrationException e) {
            throw new StartRefusal(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable String keys() {
        try {
            return jwks == null ? null : Files.readString(jwks);
        } catch (IOException e) {
            throw new StartRefusal("Cannot read the keys in " + jwks + ".");
        }
    }
}
