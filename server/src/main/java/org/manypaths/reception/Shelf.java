package org.manypaths.reception;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.google.common.collect.Lists;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.access.Origin;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what a receiver holds already. The server reads for itself: what the caller may see is decided at the door. */
class Shelf {

    private static final int CHUNK = 500;

    private final DaoRegistry daos;
    private final JdbcTemplate database;
    private final FhirContext fhirContext;

    Shelf(DaoRegistry daos, JdbcTemplate database, FhirContext fhirContext) {
        this.daos = daos;
        this.database = database;
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

    /** Those that are held, by their place. Of a first document that is none, and one question finds it out. */
    Map<String, Resource> find(Collection<String> places) {
        Map<String, TokenOrListParam> ids = new TreeMap<>();
        for (List<String> some : Lists.partition(List.copyOf(places), CHUNK)) {
            held(some).map(IdType::new).forEach(id -> ids.computeIfAbsent(
                            id.getResourceType(), type -> new TokenOrListParam())
                    .add(new TokenParam(id.getIdPart())));
        }
        Map<String, Resource> held = new HashMap<>();
        ids.forEach((type, wanted) -> search(
                        type, SearchParameterMap.newSynchronous().add("_id", wanted))
                .forEach(found -> held.put(type + "/" + found.getIdElement().getIdPart(), found)));
        return held;
    }

    private Stream<String> held(List<String> places) {
        Set<String> wanted = new HashSet<>(places);
        return database
                .query(
                        "select RES_TYPE, FHIR_ID from HFJ_RESOURCE where RES_DELETED_AT is null and FHIR_ID in ("
                                + String.join(",", Collections.nCopies(places.size(), "?")) + ")",
                        (row, number) -> row.getString(1) + "/" + row.getString(2),
                        places.stream()
                                .map(place -> new IdType(place).getIdPart())
                                .toArray())
                .stream()
                .filter(wanted::contains);
    }

    /** What was answered when the document came first. */
    Optional<Parameters> receipt(String documentId) {
        return find("Binary/" + documentId + "-receipt")
                .map(kept -> new String(((Binary) kept).getData(), StandardCharsets.UTF_8))
                .map(text -> fhirContext.newJsonParser().parseResource(Parameters.class, text));
    }

    /**
     * The receiver's own documents of one person that have one of the names.
     *
     * @param person as {@code Patient/id}
     */
    List<DocumentReference> documents(Collection<Identifier> names, String receiver, String person) {
        return identified("DocumentReference", names).stream()
                .map(DocumentReference.class::cast)
                .filter(found -> Origin.isOf(found, receiver))
                .filter(found -> person.equals(found.getSubject().getReference()))
                .toList();
    }

    /** Through whom a document of this identifier was filed here. */
    List<String> holders(Identifier document) {
        return search(Bundle.class, Bundle.SP_IDENTIFIER, document).stream()
                .flatMap(filed -> Origin.holderOf(filed).stream())
                .distinct()
                .toList();
    }

    List<Consent> consents(Identifier identifier) {
        return search(Consent.class, Consent.SP_IDENTIFIER, identifier);
    }

    /** @param people each as {@code Patient/id} */
    List<Consent> consentsOf(Collection<String> people) {
        ReferenceOrListParam wanted = new ReferenceOrListParam();
        people.forEach(person -> wanted.add(new ReferenceParam(person)));
        return search("Consent", SearchParameterMap.newSynchronous().add("patient", wanted)).stream()
                .map(Consent.class::cast)
                .toList();
    }

    /** The tasks of documents that name the receiver as their owner, whoever stored them. */
    List<Task> tasks(Collection<Identifier> documents, String receiver) {
        return identified("Task", documents).stream()
                .map(Task.class::cast)
                .filter(task ->
                        ("Organization/" + receiver).equals(task.getOwner().getReference()))
                .toList();
    }

    /** Resources of a type that have one of the identifiers, whoever keeps them. */
    List<Resource> identified(String type, Collection<Identifier> identifiers) {
        TokenOrListParam wanted = new TokenOrListParam();
        identifiers.forEach(identifier -> wanted.add(new TokenParam(identifier.getSystem(), identifier.getValue())));
        return search(type, SearchParameterMap.newSynchronous().add("identifier", wanted));
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
