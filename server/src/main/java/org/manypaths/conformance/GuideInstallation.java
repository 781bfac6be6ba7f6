package org.manypaths.conformance;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.term.api.ITermDeferredStorageSvc;
import ca.uhn.fhir.jpa.term.api.ITermReadSvc;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;

/**
 * What happens to the guide at each start: definitions stored, search parameters known, value sets expanded.
 *
 * <p>When {@link #run()} returns, a partner's first request meets the same server as the thousandth.
 */
class GuideInstallation {

    private final GuideInstaller installer;
    private final ISearchParamRegistry searchParams;
    private final ITermDeferredStorageSvc deferredTerminology;
    private final ITermReadSvc terminology;
    private final IValidationSupport validationSupport;

    GuideInstallation(
            GuideInstaller installer,
            ISearchParamRegistry searchParams,
            ITermDeferredStorageSvc deferredTerminology,
            ITermReadSvc terminology,
            IValidationSupport validationSupport) {
        this.installer = installer;
        this.searchParams = searchParams;
        this.deferredTerminology = deferredTerminology;
        this.terminology = terminology;
        this.validationSupport = validationSupport;
    }

    void run() {
        if (installer.install(GuidePackage.fromClassPath())) {
            searchParams.forceRefresh();
            validationSupport.invalidateCaches();
        }
        // An expansion that a crash left undone is made up here; where all is done this costs one query.
        deferredTerminology.saveAllDeferred();
        terminology.preExpandDeferredValueSetsToTerminologyTables();
    }
}
