package org.manypaths.filing;

import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.Origin;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/**
 * What the server itself stores for an organisation, in one transaction: whole or not at all, and the organisation's own.
 *
 * <p>Who asked for it was let do so before; that clients give no ids and change only what is theirs does not hold here.
 */
public final class Filing {

    private static final Pattern ENTRY = Pattern.compile("^Bundle\\.entry\\[(\\d+)]\\.resource");

    private static final String NAME = "urn:uuid:00000000-0000-4000-8000-%012d";

    private final String holder;
    private final Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
    private final Map<Integer, String> paths = new LinkedHashMap<>();

    /** @param holder id of the organisation whose own all of it will be */
    public Filing(String holder) {
        this.holder = holder;
    }

    /**
     * Stores a record under the id that it has.
     *
     * @param version the one that is replaced, where it has to be that one
     * @param path where it stands in what was sent; empty where it does not
     */
    public void put(Resource resource, Optional<String> version, String path) {
        put(resource, holder, version, path);
    }

    /** Stores another version of a record, as the storage has it, which stays its holder's, whoever that is. */
    public void change(Resource stored, Optional<String> version) {
        put(stored, Origin.holderOf(stored).orElse(holder), version, "");
    }

    private void put(Resource resource, String owner, Optional<String> version, String path) {
        Origin.state(resource, owner);
        String place = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        BundleEntryComponent entry = transaction.addEntry().setFullUrl(place).setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(place);
        version.ifPresent(known -> entry.getRequest().setIfMatch("W/\"" + known + "\""));
        paths.put(transaction.getEntry().size() - 1, path);
    }

    /** Stores a record under an id that the server gives; until then it is referred to by what this returns. */
    public String add(Resource resource, String path) {
        Origin.state(resource, holder);
        String name = NAME.formatted(transaction.getEntry().size());
        transaction
                .addEntry()
                .setFullUrl(name)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
        paths.put(transaction.getEntry().size() - 1, path);
        return name;
    }

    /** Where the records with ids of their own will stand, as {@code Type/id}. */
    public List<String> places() {
        return transaction.getEntry().stream()
                .map(entry -> entry.getRequest().getUrl())
                .toList();
    }

    /**
     * Stores it in a transaction of its own.
     *
     * @return where each record stands now, as {@code Type/id}, in the order in which they were put in
     * @throws Refusal whose issues name the places in what was sent
     */
    public List<String> carryOut(IFhirSystemDao<Bundle, Meta> system) {
        return told(() -> system.transaction(new SystemRequestDetails(), transaction));
    }

    /** The same within the transaction that is under way. */
    public List<String> carryOutWithin(IFhirSystemDao<Bundle, Meta> system, RequestDetails request) {
        return told(() -> system.transactionNested(request, transaction));
    }

    private List<String> told(Supplier<Bundle> stored) {
        try {
            return stored.get().getEntry().stream()
                    .map(entry -> new IdType(entry.getResponse().getLocation()))
                    .map(id -> id.getResourceType() + "/" + id.getIdPart())
                    .toList();
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.getStatusCode(),
                    refusal.issues().stream().map(this::inWhatWasSent).toList());
        }
    }

    private Issue inWhatWasSent(Issue issue) {
        List<String> told = new ArrayList<>();
        issue.expression().forEach(path -> told.add(inWhatWasSent(path)));
        return issue.at(told);
    }

    private String inWhatWasSent(String path) {
        Matcher entry = ENTRY.matcher(path);
        if (!entry.find()) {
            return path;
        }
        String place = paths.getOrDefault(Integer.parseInt(entry.group(1)), "");
        return place.isEmpty() ? path : place + path.substring(entry.end());
    }
}
