package org.manypaths.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecipientKind;
import org.manypaths.security.Registration;
import org.manypaths.security.Role;

/** A system that calls the demo, and the organisation that it belongs to. */
enum DemoClient {
    /** The home programme of the demo people. */
    COUNSELLING("Demo counselling programme", Role.CLIENT, RecipientKind.PART2_PROGRAMME),
    DETOX("Demo detox programme", Role.CLIENT, RecipientKind.PART2_PROGRAMME),
    HOSPITAL("Demo hospital", Role.CLIENT, RecipientKind.COVERED_ENTITY),
    PRESCRIBER("Demo prescriber", Role.CLIENT, RecipientKind.COVERED_ENTITY),
    /** An organisation that nobody consented to. */
    STRANGER("Demo organisation that nobody knows", Role.CLIENT, RecipientKind.COVERED_ENTITY),
    OPERATOR("Those who run the demo", Role.OPERATOR, RecipientKind.OTHER),
    /** The app of one of the demo people. */
    PERSON("A person's own app", Role.PERSON, RecipientKind.OTHER);

    /** Whom the client PERSON stands for. */
    static final String THE_PERSON = "rosa";

    /** The place of the story where Rosa withdrew: the detox client hands over for it. */
    private static final String ROSAS_DETOX = "harbour-house";

    private final String title;
    private final Role role;
    private final RecipientKind kind;

    DemoClient(String title, Role role, RecipientKind kind) {
        this.title = title;
        this.role = role;
        this.kind = kind;
    }

    private Set<Purpose> purposes() {
        return switch (this) {
            case PERSON -> EnumSet.of(Purpose.PATIENT_REQUEST);
            case HOSPITAL -> EnumSet.of(Purpose.TREATMENT, Purpose.PAYMENT, Purpose.OPERATIONS, Purpose.EMERGENCY);
            default -> EnumSet.of(Purpose.TREATMENT, Purpose.PAYMENT, Purpose.OPERATIONS);
        };
    }

    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String title() {
        return title;
    }

    String organization() {
        return "demo-" + id();
    }

    String scopes() {
        return role == Role.PERSON ? "patient/*.cruds" : "system/*.cruds";
    }

    Registration registration(String jwks) {
        @Nullable String patient = role == Role.PERSON ? THE_PERSON : null;
        return new Registration(
                id(),
                title,
                role,
                organization(),
                kind,
                purposes(),
                this == DETOX ? Set.of(ROSAS_DETOX) : Set.of(),
                scopes(),
                jwks,
                null,
                List.of(),
                null,
                patient);
    }
}
