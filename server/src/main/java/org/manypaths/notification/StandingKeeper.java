package org.manypaths.notification;

/** Says in a Subscription how it goes. */
interface StandingKeeper {

    void gaveUp(String subscription, String problem);

    void recovered(String subscription);
}
