package org.manypaths.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/** Asks a person each time whether an app may read: what was approved once is not approved for ever. */
final class NothingRemembered implements OAuth2AuthorizationConsentService {

    @Override
    public void save(OAuth2AuthorizationConsent approval) {}

    @Override
    public void remove(OAuth2AuthorizationConsent approval) {}

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String client, String user) {
        return null;
    }
}
