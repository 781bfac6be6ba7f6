package org.manypaths.demo;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.manypaths.access.Origin;

/**
 * Sees to it that the demo people are in the database.
 *
 * <p>The database itself is asked, entry by entry. What it knows stays as it is, even if somebody changed or deleted it
 * since; what it does not know is stored, each bundle's part as one transaction.
 */
class DemoPeople {

    private final DemoStories stories;
    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final Narrator narrator;

    DemoPeople(DemoStories stories, DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system, Narrator narrator) {
        this.stories = stories;
        this.daos = daos;
        this.system = system;
        this.narrator = narrator;
    }

    void load() {
        List<Bundle> bundles = stories.bundles();
        bundles.forEach(bundle -> bundle.getEntry().removeIf(this::isKnown));
        bundles.stream().filter(Bundle::hasEntry).forEach(this::store);
    }

    private void store(Bundle bundle) {
        bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .forEach(resource -> Origin.state(resource, DemoHolders.of(resource)));
        narrator.say("loading " + bundle.getIdElement().getIdPart() + ": "
                + bundle.getEntry().size() + " records");
        system.transaction(new SystemRequestDetails(), bundle);
    }

    private boolean isKnown(BundleEntryComponent entry) {
        IdType id = new IdType(entry.getRequest().getUrl());
        try {
            daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails(), true);
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        }
    }
}
