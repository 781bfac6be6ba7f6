package org.manypaths.notification;

import java.util.Optional;

/** Asked at every attempt whether the receiver may know, so that a revoked consent stops what is on its way. */
public interface DeliveryGate {

    /**
     * Whether this may be told.
     *
     * <p>What it throws counts as no: the notification waits and is asked about again.
     */
    boolean permits(Delivery delivery);

    /**
     * Who would learn what.
     *
     * @param organization on whose behalf the subscription was made; empty where nobody knows
     * @param endpoint where it would go
     * @param person {@code Patient/id}, or the focus itself where it names nobody
     * @param focus {@code Type/id/_history/version}
     */
    record Delivery(Optional<String> organization, String endpoint, String person, String focus) {}
}
