package org.manypaths.guide;

import ca.uhn.fhir.context.FhirContext;
import java.util.function.Supplier;
import org.manypaths.conformance.GuidePackage;
import org.manypaths.guide.catalogue.Catalogue;
import org.manypaths.guide.page.Documents;
import org.manypaths.narrative.NarrativeWriter;
import org.manypaths.narrative.OwnLabels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** The guide's pages, made of what the class path holds. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    @Bean
    GuidePages guidePages(FhirContext fhirContext, NarrativeWriter narrative) {
        Supplier<GuideSite> site = SingletonSupplier.of(() -> site(fhirContext, narrative));
        return new GuidePages(site);
    }

    @Bean
    GuideProvider guideProvider(GuidePages pages) {
        return new GuideProvider(pages);
    }

    static GuideSite site(FhirContext fhirContext, NarrativeWriter narrative) {
        GuidePackage guide = GuidePackage.fromClassPath();
        Catalogue catalogue = Catalogue.of(guide.definitionTexts(), guide.exampleTexts());
        Edition edition = Edition.of(guide.version(), guide.archive(), GuideTexts.fromClassPath());
        Documents documents = new Documents(fhirContext, catalogue, OwnLabels.fromClassPath()::of, narrative);
        return new GuideSite(edition, catalogue, documents, new PageRenderer());
    }
}
