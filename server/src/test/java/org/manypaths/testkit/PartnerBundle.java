package org.manypaths.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Bundles as a partner sends them, each time about a new person. */
public final class PartnerBundle {

    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private PartnerBundle() {}

    /** A person's plan: two goals, a medicine, psychotherapy, a complementary practice and a peer, by our profiles. */
    public static String plan() {
        return withNumber(text("/partner/plan.json"), newNumber());
    }

    /** What a system sends that knows US Core and nothing of us. */
    public static String plainUsCore() {
        return text("/examples/us-core-partner/bundle-plain-us-core.json").replace("UC-0001", newNumber());
    }

    /** A number that no person in any test has. */
    public static String newNumber() {
        return String.valueOf(NUMBERS.incrementAndGet());
    }

    public static String withNumber(String json, String number) {
        return json.replace("{{number}}", number);
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(PartnerBundle.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
