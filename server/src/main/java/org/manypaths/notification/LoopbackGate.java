package org.manypaths.notification;

import java.net.URI;
import java.util.Set;

/**
 * The gate while no consent is asked of anybody: then the server serves its own machine only, and tells nobody else.
 */
class LoopbackGate implements DeliveryGate {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

    @Override
    public boolean permits(Delivery delivery) {
        return THIS_MACHINE.contains(URI.create(delivery.endpoint()).getHost());
    }
}
