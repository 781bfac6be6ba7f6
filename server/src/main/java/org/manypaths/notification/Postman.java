package org.manypaths.notification;

import java.util.Optional;

/** Brings one letter to its receiver and comes back within the time-out, whatever the receiver does. */
interface Postman {

    /** Empty when the receiver has it; else what went wrong, without anything that the receiver said. */
    Optional<String> bring(Letter letter, Subscriber subscriber);
}
