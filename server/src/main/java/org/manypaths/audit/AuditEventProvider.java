package org.manypaths.audit;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** The trail as AuditEvents, from the trail itself; nobody writes one. */
class AuditEventProvider implements IResourceProvider {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final TrailReader reader;
    private final Names names;
    private final Clock clock;

    AuditEventProvider(TrailReader reader, Names names, Clock clock) {
        this.reader = reader;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    @Read
    public AuditEvent read(@IdParam IdType id, RequestDetails request) {
        Viewer viewer = viewer(request);
        Link link = reader.byId(TrailQuery.of(viewer), id.getIdPart())
                .orElseThrow(() -> RequestCode.NOT_FOUND.refusal(
                        id.toUnqualifiedVersionless().getValue() + " is not here.", ""));
        noteWhom(List.of(link), request);
        return AuditEvents.of(link, viewer, calling());
    }

    /** The newest first; the time of the first page bounds the following ones, so that nothing moves between them. */
    @Search
    public Bundle search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "agent") @Nullable ReferenceParam agent,
            @OptionalParam(name = "date") @Nullable DateRangeParam date,
            @OptionalParam(name = "outcome") @Nullable TokenOrListParam outcome,
            @OptionalParam(name = "_id") @Nullable TokenParam id,
            @Count @Nullable Integer count,
            @Offset @Nullable Integer offset,
            RequestDetails request) {
        Viewer viewer = viewer(request);
        TrailPage page = TrailPage.of(count, offset, date, clock.instant(), PAGE, LARGEST_PAGE);
        TrailQuery query = TrailQuery.of(viewer).from(page.from()).until(page.until());
        Optional.ofNullable(patient).ifPresent(asked -> query.person(asked.getIdPart()));
        Optional.ofNullable(agent).ifPresent(asked -> query.agent(asked.getValue()));
        Optional.ofNullable(outcome).ifPresent(asked -> query.outcomes(outcomes(asked)));
        List<Link> links = id == null
                ? reader.page(query, page.offset(), page.count())
                : reader.byId(query, id.getValue()).stream().toList();
        noteWhom(links, request);
        int total = id == null ? reader.count(query) : links.size();
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(total);
        bundle.setTimestamp(Date.from(clock.instant()));
        Function<String, Optional<String>> calling = calling();
        String base = request.getFhirServerBase() + "/AuditEvent";
        links.forEach(link -> bundle.addEntry()
                .setFullUrl(base + "/" + link.id())
                .setResource(AuditEvents.of(link, viewer, calling))
                .getSearch()
                .setMode(Bundle.SearchEntryMode.MATCH));
        if (page.offset() + links.size() < total) {
            bundle.addLink().setRelation("next").setUrl(page.next(base, request.getParameters()));
        }
        return bundle;
    }

    /** Looks each organisation up once. */
    private Function<String, Optional<String>> calling() {
        Map<String, Optional<String>> known = new HashMap<>();
        return id -> known.computeIfAbsent(
                id, organization -> names.organization(organization).map(Organization::getName));
    }

    private static Viewer viewer(RequestDetails request) {
        Session session = Sessions.of(request)
                .orElseThrow(() -> RequestCode.UNAUTHORIZED.refusal(
                        "The trail is shown to those whom it knows.", "Send an access token."));
        return Viewer.of(session);
    }

    /** So that reading of a person's trail is itself found under that person. */
    private static void noteWhom(List<Link> links, RequestDetails request) {
        Disclosures notes = Disclosures.of(request);
        links.forEach(link -> notes.about(
                "AuditEvent/" + link.id(), link.entry().person(), link.entry().holder()));
    }

    private static Set<Outcome> outcomes(TokenOrListParam asked) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        asked.getValuesAsQueryTokens().forEach(token -> {
            switch (token.getValue()) {
                case "0" -> outcomes.add(Outcome.SUCCESS);
                case "4" -> outcomes.add(Outcome.REFUSED);
                case "8" -> outcomes.add(Outcome.FAILED);
                case "12" -> {
                    // Nothing here is ever that bad.
                }
                default ->
                    throw RequestCode.INVALID_PARAMETER.refusal(
                            "There is no outcome " + token.getValue() + ".", "Outcomes are 0, 4, 8 and 12.");
            }
        });
        return outcomes;
    }
}
