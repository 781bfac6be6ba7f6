package org.manypaths.reception;

import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.Origin;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/** All that is stored of a document, in one transaction: whole or not at all. */
final class Writing {

    private static final Pattern ENTRY = Pattern.compile("^Bundle\\.entry\\[(\\d+)]\\.resource");

    private final String holder;
    private final Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
    private final Map<Integer, String> paths = new LinkedHashMap<>();

    /** @param holder the organization whose own all of it will be */
    Writing(String holder) {
        this.holder = holder;
    }

    /** @param path where it stands in the document; empty where it does not */
    void put(Resource resource, Optional<String> version, String path) {
        Origin.state(resource, holder);
        String place = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        BundleEntryComponent entry = transaction.addEntry().setFullUrl(place).setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(place);
        version.ifPresent(known -> entry.getRequest().setIfMatch("W/\"" + known + "\""));
        paths.put(transaction.getEntry().size() - 1, path);
    }

    List<String> places() {
        return transaction.getEntry().stream()
                .map(entry -> entry.getRequest().getUrl())
                .toList();
    }

    /**
     * Stores it. The server does so by itself: whoever brought the document may give no ids, and only so has the same
     * record the same id whenever it comes.
     *
     * @param request of the transaction that is under way
     * @throws Refusal whose issues name the places in the document
     */
    void carryOut(IFhirSystemDao<Bundle, Meta> system, RequestDetails request) {
        try {
            system.transactionNested(request, transaction);
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.getStatusCode(),
                    refusal.issues().stream().map(this::inDocument).toList());
        }
    }

    private Issue inDocument(Issue issue) {
        List<String> told = new ArrayList<>();
        issue.expression().forEach(path -> told.add(inDocument(path)));
        return issue.at(told);
    }

    private String inDocument(String path) {
        Matcher entry = ENTRY.matcher(path);
        if (!entry.find()) {
            return path;
        }
        String place = paths.getOrDefault(Integer.parseInt(entry.group(1)), "");
        return place.isEmpty() ? path : place + path.substring(entry.end());
    }
}
