package org.manypaths.access;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.security.Interaction;
import org.manypaths.security.Scope;

/** Whether one record is within the scopes of the token, criteria included. */
class ScopeMatch {

    private final InMemoryResourceMatcher matcher;
    private final OfferedCriteria offered;

    ScopeMatch(InMemoryResourceMatcher matcher, OfferedCriteria offered) {
        this.matcher = matcher;
        this.offered = offered;
    }

    /** Reading lets see what reading and searching find; what was just written may be seen by those who wrote it. */
    boolean allows(Sight sight, Resource resource, Marks marks, RequestDetails request) {
        return isWrite(request) || allowsReading(sight, resource, marks, request);
    }

    boolean allowsReading(Sight sight, Resource resource, Marks marks, RequestDetails request) {
        return scopes(sight, resource.fhirType())
                .anyMatch(scope ->
                        isInContext(scope, sight, resource.fhirType(), marks) && meets(scope, resource, request));
    }

    /** The same of a record that is looked at only where a scope has criteria. */
    boolean allowsReading(
            Sight sight, String type, Marks marks, Supplier<Optional<Resource>> record, RequestDetails request) {
        return scopes(sight, type)
                .filter(scope -> isInContext(scope, sight, type, marks))
                .anyMatch(scope -> scope.constraints().isEmpty()
                        || record.get()
                                .filter(found -> meets(scope, found, request))
                                .isPresent());
    }

    /** Whether one of the scopes that allow this kind of writing reaches the record. */
    boolean allowsWriting(Sight sight, Interaction interaction, Supplier<Resource> resource, Marks marks, String type) {
        return sight.session().scopes().allowing(type, interaction).stream()
                .filter(scope -> isInContext(scope, sight, type, marks))
                .anyMatch(scope ->
                        scope.constraints().isEmpty() || meets(scope, resource.get(), new SystemRequestDetails()));
    }

    private static boolean isWrite(RequestDetails request) {
        return switch (request.getRestOperationType()) {
            case CREATE, UPDATE, PATCH -> true;
            default -> false;
        };
    }

    private static Stream<Scope> scopes(Sight sight, String type) {
        List<Scope> reading = sight.session().scopes().allowing(type, Interaction.READ);
        List<Scope> searching = sight.session().scopes().allowing(type, Interaction.SEARCH);
        return Stream.concat(reading.stream(), searching.stream()).distinct();
    }

    /** Who is who, and definitions, belong to nobody's compartment. */
    private static boolean isInContext(Scope scope, Sight sight, String type, Marks marks) {
        return scope.context() != Scope.Context.PATIENT
                || marks.open()
                || AccessTypes.DEFINITIONS.contains(type)
                || marks.person()
                        .filter(person ->
                                sight.session().patient().filter(person::equals).isPresent())
                        .isPresent();
    }

    private boolean meets(Scope scope, Resource resource, RequestDetails request) {
        if (scope.constraints().isEmpty()) {
            return true;
        }
        if (!scope.constraints().stream().allMatch(each -> offered.areOffered(resource.fhirType(), each))) {
            return false;
        }
        String criteria = resource.fhirType() + "?"
                + scope.constraints().stream()
                        .map(constraint ->
                                constraint.name() + "=" + URLEncoder.encode(constraint.value(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        InMemoryMatchResult result = matcher.match(criteria, resource, null, request);
        return result.supported() && result.matched();
    }
}
