package org.manypaths.security;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** What an error of RFC 6749 is told with, where Spring has a name of a parameter or no word. Pure. */
final class OAuthWords {

    static final String NO_CLIENT = "The request shows no client that is known here. Send client_assertion_type and"
            + " client_assertion; an app without a key sends client_id, code and code_verifier.";

    /** Spring's words for a parameter that is missing, stands twice or has no form that it knows. */
    private static final Pattern PARAMETER =
            Pattern.compile("OAuth 2\\.0 (?:[A-Za-z ]+ )?Parameter: ([A-Za-z_:]+).*", Pattern.DOTALL);

    private static final Map<String, String> WORDS = Map.of(
            OAuth2ErrorCodes.INVALID_GRANT,
            "The code or refresh token is unknown, used, expired, taken back, another client's, or does not fit the"
                    + " redirect_uri or code_verifier. Begin again with a new authorization.",
            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
            "The client is not registered for this kind of grant. Use the one that it is registered for.",
            OAuth2ErrorCodes.INVALID_CLIENT,
            "The client is unknown here, or did not show that it is the one. Send a new"
                    + " client_assertion, signed with its registered key.",
            OAuth2ErrorCodes.INVALID_SCOPE,
            "The scope goes beyond what the client is registered for. Ask for less of it.",
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            "There is no such grant_type here. The document /fhir/.well-known/smart-configuration names those that"
                    + " there are.",
            OAuth2ErrorCodes.UNSUPPORTED_TOKEN_TYPE,
            "There is no such kind of token here. Leave token_type_hint out.");

    private static final String REMAINDER = "The request is not one that this server can answer.";

    private OAuthWords() {}

    static String of(OAuth2Error error) {
        String code = error.getErrorCode();
        String said = Optional.ofNullable(error.getDescription()).orElse("");
        Matcher parameter = PARAMETER.matcher(said);
        if (parameter.matches() && !WORDS.containsKey(code)) {
            return "The parameter " + parameter.group(1)
                    + " is missing, stands there twice, or cannot be read. Send it once.";
        }
        boolean ours = said.endsWith(".") && !said.startsWith("OAuth 2.0");
        return ours ? said : WORDS.getOrDefault(code, REMAINDER);
    }
}
