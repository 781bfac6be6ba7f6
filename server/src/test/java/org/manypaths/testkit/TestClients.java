package org.manypaths.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clients of the tests, as an operator writes them into the configuration. Their keys live as long as the JVM. */
public final class TestClients {

    public static final String OPERATOR = "operator";
    public static final String COUNSELLING = "counselling";
    public static final String DETOX = "detox";
    public static final String HOSPITAL = "hospital";
    public static final String PRESCRIBER = "prescriber";
    public static final String STRANGER = "stranger";

    /** Stands for the person {@link #PERSON_ID}. */
    public static final String PERSON = "person";

    public static final String PERSON_ID = "person-who-is-tested";

    /** An app with a key, that an EHR can launch. */
    public static final String APP = "app";

    /** An app without a key. */
    public static final String PUBLIC_APP = "public-app";

    /** An app that writes about the person with whom it was opened; it is the counselling programme's own. */
    public static final String WRITING_APP = "writing-app";

    /** Two organisations of which one is called like the beginning of the other. */
    public static final String A = "a";

    public static final String AB = "ab";

    public static final String REDIRECT = "http://127.0.0.1:9/callback";

    private static final List<String> SYSTEMS = List.of(
            OPERATOR, COUNSELLING, DETOX, HOSPITAL, PRESCRIBER, STRANGER, PERSON, APP, PUBLIC_APP, WRITING_APP, A, AB);
    private static final Map<String, ClientKey> KEYS = new LinkedHashMap<>();

    static {
        SYSTEMS.forEach(client -> KEYS.put(client, ClientKey.generate()));
    }

    private TestClients() {}

    public static ClientKey key(String client) {
        ClientKey key = KEYS.get(client);
        if (key == null) {
            throw new IllegalArgumentException("No client of the tests: " + client);
        }
        return key;
    }

    /** All that the client may ask for. */
    public static String scopes(String client) {
        return switch (client) {
            case PERSON -> "patient/*.cruds";
            case APP, PUBLIC_APP ->
                "openid fhirUser launch launch/patient offline_access online_access patient/*.rs user/*.cruds";
            case WRITING_APP -> "launch/patient patient/*.cruds";
            default -> "system/*.cruds";
        };
    }

    /** The settings that register them all. */
    public static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        int number = 0;
        for (String client : SYSTEMS) {
            String prefix = "manypaths.security.clients[" + number + "].";
            register(client).forEach((key, value) -> settings.put(prefix + key, value));
            number++;
        }
        return settings;
    }

    private static Map<String, String> register(String client) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("id", client);
        entry.put("organization", "demo-" + (client.equals(WRITING_APP) ? COUNSELLING : client));
        entry.put("scopes", scopes(client));
        if (!client.equals(PUBLIC_APP)) {
            entry.put("jwks", key(client).jwks());
        }
        switch (client) {
            case OPERATOR -> entry.put("role", "operator");
            case PERSON -> {
                entry.put("role", "person");
                entry.put("patient", PERSON_ID);
            }
            case APP, PUBLIC_APP, WRITING_APP -> {
                entry.put("redirect-uris", REDIRECT);
                entry.put("launch-uri", "http://127.0.0.1:9/launch");
            }
            case COUNSELLING, DETOX -> entry.put("kind", "part2-programme");
            default -> entry.put("kind", "covered-entity");
        }
        entry.put("purposes", "treatment,payment,operations" + (client.equals(HOSPITAL) ? ",emergency" : ""));
        return entry;
    }
}
