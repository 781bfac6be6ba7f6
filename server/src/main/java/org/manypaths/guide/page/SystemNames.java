package org.manypaths.guide.page;

import java.util.Map;
import java.util.Optional;
import org.manypaths.guide.catalogue.Catalogue;
import org.manypaths.guide.catalogue.Entry;

/** What people call a code system of which the data hold the address. */
final class SystemNames {

    private static final Map<String, String> OF_OTHERS = Map.ofEntries(
            Map.entry("http://snomed.info/sct", "SNOMED CT"),
            Map.entry("http://loinc.org", "LOINC"),
            Map.entry("http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm"),
            Map.entry("http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM"),
            Map.entry("http://hl7.org/fhir/sid/icd-10", "ICD-10"),
            Map.entry("http://unitsofmeasure.org", "UCUM"),
            Map.entry("http://nucc.org/provider-taxonomy", "NUCC provider taxonomy"),
            Map.entry("urn:ietf:bcp:47", "BCP 47 language"),
            Map.entry("urn:iso:std:iso:3166", "ISO 3166 country"));

    private SystemNames() {}

    static String of(String system, Catalogue catalogue) {
        return catalogue
                .byUrl(system)
                .map(Entry::title)
                .or(() -> Optional.ofNullable(OF_OTHERS.get(system)))
                .orElseGet(() -> lastPart(system));
    }

    private static String lastPart(String system) {
        String path = system.endsWith("/") ? system.substring(0, system.length() - 1) : system;
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
