package org.manypaths.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.audit.Disclosures;
import org.manypaths.consent.Basis;
import org.manypaths.consent.Decision;
import org.manypaths.consent.Decision.Permit;

/** Decides of every record in an answer once more, makes it fit to be seen, and notes what was decided. */
class AnswerAccess {

    private final ScopeMatch scopes;
    private final HiddenReferences references;
    private final BundleRules bundles;

    AnswerAccess(ScopeMatch scopes, HiddenReferences references, BundleRules bundles) {
        this.scopes = scopes;
        this.references = references;
        this.bundles = bundles;
    }

    /** What is asked of an answer of several records as a whole. */
    record BundleRules(ReferredTo referredTo, Histories histories) {}

    /** One record that is given out, and on what ground. */
    record Shown(Resource resource, Marks marks, Permit permit) {}

    /** What of the answer leaves; hidden records are taken out of Bundles, and a hidden record alone is absent. */
    List<Shown> reveal(IBaseResource answer, RequestDetails request, Sight sight) {
        List<Shown> shown = new ArrayList<>();
        if (answer instanceof Bundle bundle && !isStoredBundle(request)) {
            revealEntries(bundle, request, sight, shown);
        } else if (answer instanceof Parameters parameters) {
            revealParts(parameters.getParameter(), request, sight, shown);
        } else if (answer instanceof OperationOutcome) {
            return shown;
        } else if (answer instanceof Resource resource) {
            reveal(resource, request, sight, isOperation(request)).ifPresentOrElse(shown::add, () -> {
                throw Absence.of(
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart());
            });
        }
        references.forget(shown, sight);
        return shown;
    }

    /** A Bundle that was stored as a record is one record. */
    private static boolean isStoredBundle(RequestDetails request) {
        return "Bundle".equals(request.getResourceName())
                && (request.getRestOperationType() == RestOperationTypeEnum.READ
                        || request.getRestOperationType() == RestOperationTypeEnum.VREAD);
    }

    static boolean isOperation(RequestDetails request) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        return interaction != null
                && interaction.name().startsWith("EXTENDED_OPERATION")
                && !"$everything".equals(request.getOperation());
    }

    /** A Bundle within is an answer of its own, or, where it bears marks, a record like any other. */
    private void revealEntries(Bundle bundle, RequestDetails request, Sight sight, List<Shown> all) {
        List<Shown> shown = new ArrayList<>();
        revealAll(bundle, request, sight, shown);
        Reachable.keep(bundle, request, shown);
        Everything.recall(request, String.valueOf(bundle.getIdElement().getIdPart()))
                .ifPresent(asked -> bundles.referredTo().keep(bundle, asked, request, sight, shown));
        bundles.histories().settle(bundle, request, sight, shown);
        all.addAll(shown);
    }

    private void revealAll(Bundle bundle, RequestDetails request, Sight sight, List<Shown> shown) {
        boolean made = isOperation(request);
        Marks.erase(bundle);
        for (BundleEntryComponent entry : List.copyOf(bundle.getEntry())) {
            Resource resource = entry.getResource();
            if (resource instanceof Bundle inner && Marks.of(inner).equals(Marks.NONE)) {
                revealEntries(inner, request, sight, shown);
            } else if (resource != null && !(resource instanceof OperationOutcome)) {
                Optional<Shown> kept = reveal(resource, request, sight, made);
                kept.ifPresent(shown::add);
                if (kept.isEmpty()) {
                    remove(bundle, entry, request);
                }
            }
        }
    }

    private void revealParts(
            List<ParametersParameterComponent> parts, RequestDetails request, Sight sight, List<Shown> shown) {
        for (ParametersParameterComponent part : List.copyOf(parts)) {
            revealParts(part.getPart(), request, sight, shown);
            if (part.getResource() instanceof Bundle bundle) {
                revealEntries(bundle, request, sight, shown);
            } else if (part.hasResource() && !(part.getResource() instanceof OperationOutcome)) {
                Optional<Shown> kept = reveal(part.getResource(), request, sight, true);
                kept.ifPresentOrElse(shown::add, () -> parts.remove(part));
            }
        }
    }

    /** In the answer to a transaction every entry has its place, also one that shows nothing. */
    private static void remove(Bundle bundle, BundleEntryComponent entry, RequestDetails request) {
        // What the Bundle says it is may be what the caller made it say.
        if (request.getRestOperationType() == RestOperationTypeEnum.TRANSACTION
                && (bundle.getType() == Bundle.BundleType.TRANSACTIONRESPONSE
                        || bundle.getType() == Bundle.BundleType.BATCHRESPONSE)) {
            entry.setResource(null);
        } else {
            bundle.getEntry().remove(entry);
        }
    }

    /** @param made whether an operation may have made the record for this answer; such a one has no marks */
    private Optional<Shown> reveal(Resource resource, RequestDetails request, Sight sight, boolean made) {
        String type = resource.fhirType();
        Marks marks = Marks.of(resource);
        boolean guarded = AccessTypes.GUARDED_ELSEWHERE.contains(type);
        if ((made && marks.equals(Marks.NONE)) || guarded) {
            return Optional.of(new Shown(resource, marks, (Permit) Decision.permit(Basis.NOT_PART2)))
                    .filter(entry -> !guarded || scopes.allows(sight, resource, EventMarks.of(resource), request));
        }
        Decision decision = sight.decide(type, marks, () -> Moments.of(resource));
        boolean inScope = decision.isPermit() && scopes.allows(sight, resource, marks, request);
        marks.note(resource, decision, Disclosures.of(request));
        if (!inScope || !(decision instanceof Permit permit)) {
            return Optional.empty();
        }
        dress(resource, marks);
        return Optional.of(new Shown(resource, marks, permit));
    }

    /** Takes off the marks, and puts on what others may know of them: the origin and the labels. */
    static void dress(Resource resource, Marks marks) {
        Marks.erase(resource);
        marks.stamp().ifPresent(stamp -> {
            Origin.state(resource, stamp.holder());
            if (!marks.open()) {
                LabelRules.apply(stamp, resource.getMeta());
            }
        });
    }
}
