package org.manypaths.operations;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.manypaths.conformance.Canonical;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Up once the guide's package is installed in the database; it is asked no more after that. */
class GuideHealthIndicator extends AbstractHealthIndicator {

    private final DaoRegistry daos;
    private volatile boolean installed;

    GuideHealthIndicator(DaoRegistry daos) {
        super("The guide cannot be looked up");
        this.daos = daos;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (installed || isInstalled()) {
            installed = true;
            health.up();
        } else {
            health.down();
        }
    }

    private boolean isInstalled() {
        try {
            daos.getResourceDao(ImplementationGuide.class)
                    .read(new IdType("ImplementationGuide", Canonical.PACKAGE), new SystemRequestDetails());
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        }
    }
}
