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
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Interaction;

/**
 * Keeps references that are searches, such as {@code Patient?identifier=…}, to what is the sender's own.
 *
 * <p>Otherwise the answer would tell whether anybody has such a record. A person is looked up at once, for it has to be
 * known about whom a record is before it is stored.
 */
class ReferenceConditions {

    private static final Pattern PLAIN = Pattern.compile("[A-Z][A-Za-z]+\\?.*");
    private static final String NARROWED = ReferenceConditions.class.getName() + ".narrowed";

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

    /**
     * Narrows what a record refers to by a search.
     *
     * @param brought by condition, the placeholder of what the same Bundle brings under that condition
     * @throws org.manypaths.refusal.Refusal where the storage would take a reference for a search, and it is written in
     *     another way than {@code Type?criteria}
     */
    void narrow(Resource resource, Sight sight, Map<String, String> brought) {
        fhirContext.newTerser().getAllResourceReferences(resource).forEach(info -> {
            IBaseReference reference = info.getResourceReference();
            String url = reference.getReferenceElement().getValue();
            if (url != null && url.contains("?") && !isNarrowed(reference, url)) {
                if (!PLAIN.matcher(url).matches()) {
                    throw RequestCode.UNPROCESSABLE.refusal(
                            "The reference " + url.replaceFirst("\\?.*", "?…")
                                    + " is a search in a form that is not offered.",
                            "Write it as Type?criteria, such as Patient?identifier=system|value, or name the record.");
                }
                String narrowed = Optional.ofNullable(brought.get(url)).orElseGet(() -> narrowed(url, sight));
                reference.setReference(narrowed);
                if (reference instanceof Base known) {
                    known.setUserData(NARROWED, narrowed);
                }
            }
        });
    }

    /** By this server; what a reference says of itself does not count. */
    private static boolean isNarrowed(IBaseReference reference, String url) {
        return reference instanceof Base known && url.equals(known.getUserData(NARROWED));
    }

    private String narrowed(String url, Sight sight) {
        String type = url.substring(0, url.indexOf('?'));
        if (sight.isUnlimited()) {
            ScopeReach.requireWhole(sight.session(), type, Interaction.SEARCH, Optional.empty());
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
