package org.manypaths.security;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecipientKind;

/** A client as an operator writes it down; what is left out has the narrowest meaning. */
record ClientEntry(
        @Nullable String id,
        @Nullable String name,
        @Nullable Role role,
        @Nullable String organization,
        @Nullable RecipientKind kind,
        @Nullable Set<Purpose> purposes,
        @Nullable Set<String> programmes,
        @Nullable String scopes,
        @Nullable String jwks,
        @Nullable URI jwksUrl,
        @Nullable List<String> redirectUris,
        @Nullable URI launchUri,
        @Nullable String patient) {

    Registration toRegistration() {
        String known = required(id, "id");
        return new Registration(
                known,
                name == null ? known : name,
                role == null ? Role.CLIENT : role,
                required(organization, "organization"),
                kind == null ? RecipientKind.OTHER : kind,
                purposes == null ? Set.of() : purposes,
                programmes == null ? Set.of() : programmes,
                required(scopes, "scopes"),
                jwks,
                jwksUrl,
                redirectUris == null ? List.of() : redirectUris,
                launchUri,
                patient);
    }

    private static String required(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new RegistrationException("A client in the configuration lacks its " + what + ".");
        }
        return value;
    }
}
