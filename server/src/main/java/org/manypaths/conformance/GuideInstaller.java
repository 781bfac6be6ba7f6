package org.manypaths.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.ImplementationGuide.SPDXLicense;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StringType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the stored definitions equal to the guide on the class path, all or none of them.
 *
 * <p>Every definition is stored under its own id, so that {@code StructureDefinition/ihrp-care-plan} is its address on
 * every server. The stored ImplementationGuide names the digest of the package it came from and is written in the same
 * transaction: where it matches, everything is there and nothing is read again.
 */
class GuideInstaller {

    private static final Logger log = LoggerFactory.getLogger(GuideInstaller.class);
    private static final String DIGEST = Canonical.BASE + "/StructureDefinition/ihrp-package-digest";

    /** A definition stands before those that build upon it. */
    private static final List<String> ORDER =
            List.of("CodeSystem", "ValueSet", "ConceptMap", "StructureDefinition", "SearchParameter");

    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final IHapiTransactionService transactions;
    private final EntityManager entityManager;

    GuideInstaller(
            FhirContext fhirContext,
            DaoRegistry daos,
            IHapiTransactionService transactions,
            EntityManager entityManager) {
        this.fhirContext = fhirContext;
        this.daos = daos;
        this.transactions = transactions;
        this.entityManager = entityManager;
    }

    /** Installs the package unless this very package is installed already; true if anything was written. */
    boolean install(GuidePackage guide) {
        String digest = guide.digest();
        if (installedDigest().filter(digest::equals).isPresent()) {
            log.info("The guide is installed and unchanged");
            return false;
        }
        List<MetadataResource> definitions = guide.definitions(fhirContext).stream()
                .sorted(Comparator.comparingInt(GuideInstaller::position))
                .toList();
        transactions.withSystemRequest().execute(() -> {
            definitions.forEach(this::store);
            store(describe(definitions, guide.version(), digest));
        });
        log.info("Installed the guide: {} definitions", definitions.size());
        return true;
    }

    private Optional<String> installedDigest() {
        try {
            ImplementationGuide stored = daos.getResourceDao(ImplementationGuide.class)
                    .read(new IdType("ImplementationGuide", Canonical.PACKAGE), new SystemRequestDetails());
            return Optional.ofNullable(stored.getExtensionString(DIGEST));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    /** What is written is let go of at once: Hibernate looks at all that it holds again before each query. */
    private void store(MetadataResource definition) {
        IFhirResourceDao<MetadataResource> dao = daos.getResourceDao(definition.fhirType());
        dao.update(definition, new SystemRequestDetails());
        entityManager.flush();
        entityManager.clear();
    }

    private static ImplementationGuide describe(List<MetadataResource> definitions, String version, String digest) {
        ImplementationGuide guide = new ImplementationGuide();
        guide.setId(Canonical.PACKAGE);
        guide.setUrl(Canonical.BASE + "/ImplementationGuide/" + Canonical.PACKAGE)
                .setVersion(version)
                .setName("ManyPaths")
                .setTitle("Integrative addiction treatment plans")
                .setStatus(PublicationStatus.ACTIVE)
                .addExtension(new Extension(DIGEST, new StringType(digest)));
        guide.setPackageId(Canonical.PACKAGE).setLicense(SPDXLicense.APACHE_2_0).addFhirVersion(FHIRVersion._4_0_1);
        definitions.forEach(definition -> guide.getDefinition()
                .addResource()
                .setName(definition.getName())
                .getReference()
                .setReference(
                        definition.fhirType() + "/" + definition.getIdElement().getIdPart()));
        return guide;
    }

    private static int position(MetadataResource definition) {
        int position = ORDER.indexOf(definition.fhirType());
        return position < 0 ? ORDER.size() : position;
    }
}
