package org.manypaths.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * Keeps references that are searches, such as {@code Patient?identifier=…}, to what is the sender's own.
 *
 * <p>Otherwise the answer would tell whether anybody has such a record. A person is looked up at once, for it has to be
 * known about whom a record is before it is stored.
 */
class ReferenceConditions {

    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final MatchUrlService matchUrls;
    private final LinkIndex links;

    ReferenceConditions(DaoRegistry daos, MatchUrlService matchUrls, LinkIndex links) {
        this.fhirContext = links.fhirContext();
        this.daos = daos;
        this.matchUrls = matchUrls;
        this.links = links;
    }

    /** To be called while the conditions of the entries are still as they were sent. */
    void narrow(Bundle bundle, Sight sight) {
        Map<String, String> brought = new HashMap<>();
        bundle.getEntry().stream()
                .filter(entry -> entry.hasFullUrl() && entry.getRequest().hasIfNoneExist())
                .forEach(entry -> brought.put(condition(entry), entry.getFullUrl()));
        bundle.getEntry().stream()
                .filter(BundleEntryComponent::hasResource)
                .forEach(entry -> narrow(entry.getResource(), sight, brought));
    }

    private static String condition(BundleEntryComponent entry) {
        String type = entry.getResource() == null ? "" : entry.getResource().fhirType();
        return type + "?" + entry.getRequest().getIfNoneExist().replaceFirst("^" + type + "\\?|^\\?", "");
    }

    /** @param brought by condition, the placeholder of what the same Bundle brings under that condition */
    void narrow(Resource resource, Sight sight, Map<String, String> brought) {
        fhirContext.newTerser().getAllResourceReferences(resource).forEach(info -> {
            IBaseReference reference = info.getResourceReference();
            String url = reference.getReferenceElement().getValue();
            if (url != null && url.matches("[A-Z][A-Za-z]+\\?.*") && !url.contains(Marks.PARAMETER)) {
                reference.setReference(Optional.ofNullable(brought.get(url)).orElseGet(() -> narrowed(url, sight)));
            }
        });
    }

    private String narrowed(String url, Sight sight) {
        String type = url.substring(0, url.indexOf('?'));
        if (sight.isUnlimited()) {
            return type.equals("Patient") ? theOnly(url).orElse(url) : url;
        }
        String narrowed = ConditionRules.ofReference(url, type, sight);
        return type.equals("Patient") ? theOnly(narrowed).orElse(narrowed) : narrowed;
    }

    @SuppressWarnings("unchecked")
    private Optional<String> theOnly(String url) {
        SearchParameterMap map = matchUrls.translateMatchUrl(url, fhirContext.getResourceDefinition("Patient"));
        map.setLoadSynchronousUpTo(2);
        List<JpaPid> found = new ArrayList<>(
                (List<JpaPid>) (List<?>) daos.getResourceDao("Patient").searchForIds(map, new SystemRequestDetails()));
        Set<String> ids = links.ids(found);
        return ids.size() == 1 ? ids.stream().findFirst().map("Patient/"::concat) : Optional.empty();
    }
}
