package org.manypaths.notification;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the status of stored Subscriptions true. */
class SubscriptionStandings implements StandingKeeper {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionStandings.class);

    private final DaoRegistry daos;

    SubscriptionStandings(DaoRegistry daos) {
        this.daos = daos;
    }

    @Override
    public void gaveUp(String subscription, String problem) {
        save(
                subscription,
                SubscriptionStatus.ERROR,
                "At least one notification was given up. " + problem
                        + " $letters lists them, $resend sends them again.");
    }

    @Override
    public void recovered(String subscription) {
        save(subscription, SubscriptionStatus.ACTIVE, null);
    }

    /** A status that cannot be written now is written at the next occasion; the letters do not depend on it. */
    private void save(String id, SubscriptionStatus status, @Nullable String error) {
        IFhirResourceDao<Subscription> dao = daos.getResourceDao(Subscription.class);
        try {
            Subscription stored = dao.read(new IdType("Subscription", id), new SystemRequestDetails());
            if (stored.getStatus() != SubscriptionStatus.OFF) {
                dao.update(stored.setStatus(status).setError(error), new SystemRequestDetails());
            }
        } catch (ResourceGoneException | ResourceNotFoundException e) {
            log.debug("Subscription {} has ended", id);
        } catch (RuntimeException e) {
            log.warn("The status of Subscription {} cannot be written", id, e);
        }
    }
}
