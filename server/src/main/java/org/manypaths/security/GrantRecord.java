package org.manypaths.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client was granted, as it stands in the database. Tokens are not in it, only their hashes: who reads the
 * database can use none of them.
 *
 * @param state hash of the state while the person is asked for approval
 */
record GrantRecord(
        String id,
        String client,
        String principal,
        String type,
        Set<String> scopes,
        @Nullable String state,
        @Nullable AskedFor request,
        List<TokenRecord> tokens) {

    /** What the app asked for when it sent the browser here. */
    record AskedFor(
            String uri,
            String redirectUri,
            Set<String> scopes,
            @Nullable String state,
            Map<String, Object> parameters) {}

    /**
     * One token.
     *
     * @param issued seconds since 1970, as {@code expires}
     * @param invalidated whether it was used up or revoked
     * @param claims of an access token and an id token
     */
    record TokenRecord(
            Kind kind,
            String hash,
            @Nullable Long issued,
            @Nullable Long expires,
            boolean invalidated,
            Map<String, Object> claims) {}

    enum Kind {
        CODE,
        ACCESS,
        REFRESH,
        IDENTITY
    }
}
