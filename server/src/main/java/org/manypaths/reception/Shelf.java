package org.manypaths.reception;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.access.Origin;

/** Reads what a receiver holds already. The server reads for itself: what the caller may see is decided at the door. */
class Shelf {

    private final DaoRegistry daos;
    private final FhirContext fhirContext;

    Shelf(DaoRegistry daos, FhirContext fhirContext) {
        this.daos = daos;
        this.fhirContext = fhirContext;
    }

    /** @param place {@code Type/id} */
    Optional<Resource> find(String place) {
        IdType id = new IdType(place);
        try {
            return Optional.of(
                    (Resource) daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    /** Those that are held, by their place, with one search for each type. */
    Map<String, Resource> find(Collection<String> places) {
        Map<String, TokenOrListParam> ids = new TreeMap<>();
        places.stream().map(IdType::new).forEach(id -> ids.computeIfAbsent(
                        id.getResourceType(), type -> new TokenOrListParam())
                .add(new TokenParam(id.getIdPart())));
        Map<String, Resource> held = new HashMap<>();
        ids.forEach((type, wanted) -> search(
                        type, SearchParameterMap.newSynchronous().add("_id", wanted))
                .forEach(found -> held.put(type + "/" + found.getIdElement().getIdPart(), found)));
        return held;
    }

    /** What was answered when the document came first. */
    Optional<Parameters> receipt(String documentId) {
        return find("Binary/" + documentId + "-receipt")
                .map(kept -> new String(((Binary) kept).getData(), StandardCharsets.UTF_8))
                .map(text -> fhirContext.newJsonParser().parseResource(Parameters.class, text));
    }

    /** The receiver's own documents of a handoff, whatever their version. */
    List<DocumentReference> documents(Identifier series, String receiver) {
        return search(DocumentReference.class, DocumentReference.SP_IDENTIFIER, series).stream()
                .filter(found -> Origin.isOf(found, receiver))
                .toList();
    }

    /** The task that the sender has opened for this receiver on the same server. */
    Optional<Task> task(Identifier document, String receiver) {
        return search(Task.class, Task.SP_IDENTIFIER, document).stream()
                .filter(task ->
                        ("Organization/" + receiver).equals(task.getOwner().getReference()))
                .findFirst();
    }

    /** The one resource of a type that has the identifier; empty where there are several. */
    Optional<String> known(String type, Identifier identifier) {
        if (!identifier.hasSystem() || !identifier.hasValue()) {
            return Optional.empty();
        }
        List<? extends Resource> found = search(type, "identifier", identifier);
        return found.size() == 1
                ? Optional.of(type + "/" + found.get(0).getIdElement().getIdPart())
                : Optional.empty();
    }

    private <T extends Resource> List<T> search(Class<T> type, String parameter, Identifier identifier) {
        return search(type.getSimpleName(), parameter, identifier).stream()
                .map(type::cast)
                .toList();
    }

    private List<Resource> search(String type, String parameter, Identifier identifier) {
        return search(
                type,
                SearchParameterMap.newSynchronous()
                        .add(parameter, new TokenParam(identifier.getSystem(), identifier.getValue())));
    }

    private List<Resource> search(String type, SearchParameterMap query) {
        return daos.getResourceDao(type).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(Resource.class::cast)
                .toList();
    }
}
