package org.manypaths.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecipientKind;
import org.manypaths.security.Registration;
import org.manypaths.security.Role;

/** An app without a key, of the programme that the demo people are with: people sign in to it. */
final class DemoApp {

    private static final String REDIRECT = "http://127.0.0.1:8765/app";
    private static final String SCOPES = "openid fhirUser launch/patient patient/*.rs user/*.rs";

    private DemoApp() {}

    static Registration registration() {
        return new Registration(
                "app",
                "Example app",
                Role.CLIENT,
                DemoClient.COUNSELLING.organization(),
                RecipientKind.PART2_PROGRAMME,
                EnumSet.of(Purpose.TREATMENT),
                Set.of(),
                SCOPES,
                null,
                null,
                List.of(REDIRECT),
                null,
                null);
    }
}
