package org.manypaths.transition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;
import org.manypaths.conformance.Canonical;
import org.manypaths.refusal.Issue;

/** The moves of the request to take over the care, which are all of the side that asks. Pure. */
final class RequestRules {

    private static final String MODALITY = Canonical.BASE + "/CodeSystem/ihrp-modality";

    private static final Map<ServiceRequestStatus, Set<ServiceRequestStatus>> MOVES = Map.of(
            ServiceRequestStatus.DRAFT,
            EnumSet.of(ServiceRequestStatus.ACTIVE, ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR),
            ServiceRequestStatus.ACTIVE,
            EnumSet.of(
                    ServiceRequestStatus.ONHOLD,
                    ServiceRequestStatus.COMPLETED,
                    ServiceRequestStatus.REVOKED,
                    ServiceRequestStatus.ENTEREDINERROR),
            ServiceRequestStatus.ONHOLD,
            EnumSet.of(ServiceRequestStatus.ACTIVE, ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR),
            ServiceRequestStatus.COMPLETED,
            EnumSet.of(ServiceRequestStatus.ENTEREDINERROR),
            ServiceRequestStatus.REVOKED,
            EnumSet.of(ServiceRequestStatus.ENTEREDINERROR));

    /** What goes on changing after it was asked for; all else stays as it was sent. */
    private static final Set<String> CHANGES = Set.of("id", "meta", "text", "status", "note", "relevantHistory");

    private RequestRules() {}

    static boolean isTransition(ServiceRequest request) {
        return request.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .anyMatch(coding -> MODALITY.equals(coding.getSystem()) && "transition".equals(coding.getCode()));
    }

    static List<Issue> move(ServiceRequest from, ServiceRequest to, Set<Side> sides) {
        List<Issue> issues = new ArrayList<>();
        ServiceRequestStatus before = from.getStatus();
        ServiceRequestStatus after = to.getStatus();
        if (before != after && !MOVES.getOrDefault(before, Set.of()).contains(after)) {
            issues.add(TransitionCode.ILLEGAL_MOVE
                    .issue("A transition request that is " + code(before) + " cannot become " + code(after) + ".")
                    .remedy(possible(before))
                    .at("ServiceRequest.status"));
        } else if (before != after && !sides.contains(Side.REQUESTER)) {
            issues.add(TransitionCode.NOT_YOUR_MOVE
                    .issue("The request belongs to the side that asks.")
                    .remedy("Answer by the Task of the handoff.")
                    .at("ServiceRequest.status"));
        }
        return issues;
    }

    /** What was asked for and is said otherwise now: the Task with which it went out rests on it. */
    static List<Issue> kept(ServiceRequest from, ServiceRequest to) {
        if (from.getStatus() == ServiceRequestStatus.DRAFT) {
            return List.of();
        }
        return to.children().stream()
                .map(Property::getName)
                .filter(name -> !CHANGES.contains(name))
                .filter(name -> !Base.compareDeep(values(from, name), values(to, name), true))
                .map(name -> TransitionCode.FIXED
                        .issue("Once it is asked for, its " + name.replace("[x]", "") + " stays.")
                        .remedy("Send the element as it was; its status and its notes may change. To ask for something"
                                + " else, revoke it and ask anew.")
                        .at("ServiceRequest." + name.replace("[x]", "")))
                .toList();
    }

    private static List<Base> values(ServiceRequest request, String name) {
        return request.getNamedProperty(name).getValues();
    }

    private static String possible(ServiceRequestStatus from) {
        String moves = MOVES.getOrDefault(from, Set.of()).stream()
                .map(ServiceRequestStatus::toCode)
                .collect(Collectors.joining(", "));
        return "From " + code(from) + " it may become: " + (moves.isEmpty() ? "nothing else" : moves) + ".";
    }

    private static String code(@Nullable ServiceRequestStatus status) {
        return status == null ? "without status" : status.toCode();
    }
}
