package org.manypaths.security;

import org.manypaths.address.PublicAddress;

/** Where everything about tokens is; absolute addresses, known once the server listens. */
final class Endpoints {

    static final String TOKEN = "/oauth2/token";
    static final String AUTHORIZE = "/oauth2/authorize";
    static final String INTROSPECT = "/oauth2/introspect";
    static final String REVOKE = "/oauth2/revoke";
    static final String KEYS = "/oauth2/jwks";
    static final String SIGN_IN = "/sign-in";
    static final String CHOOSE = "/choose-person";
    static final String APPROVE = "/approve";
    static final String LAUNCH = "/launch";

    private final PublicAddress address;

    Endpoints(PublicAddress address) {
        this.address = address;
    }

    String issuer() {
        return address.root();
    }

    String fhir() {
        return address.fhirBase();
    }

    String at(String path) {
        return address.root() + path;
    }

    String token() {
        return at(TOKEN);
    }
}
