package org.manypaths.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.TestClients;

/** What a server knows of parcels, asked by search and by read, which must agree. */
final class Records {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http server;

    Records(URI base) {
        server = new Http(base).as(TestClients.OPERATOR);
    }

    /** Every acknowledged parcel is there with the ids that were acknowledged; any other whole or not at all. */
    Tally check(Ledger ledger) {
        Map<String, Set<String>> acknowledged = ledger.acknowledgements();
        int resources = 0;
        int unacknowledgedButThere = 0;
        for (Parcel parcel : ledger.sent()) {
            Map<String, JsonNode> found = find(parcel);
            Set<String> promised = acknowledged.getOrDefault(parcel.name(), Set.of());
            if (!promised.isEmpty()) {
                assertThat(found.keySet()).as(parcel.name()).isEqualTo(promised);
            } else if (!found.isEmpty()) {
                unacknowledgedButThere++;
            }
            assertThat(found.size()).as(parcel + " in part").isIn(0, parcel.resources());
            assertWhole(parcel, found);
            resources += found.size();
        }
        return new Tally(acknowledged.size(), unacknowledgedButThere, resources);
    }

    /** What a check found; for the log of the test. */
    record Tally(int acknowledged, int unacknowledgedButThere, int resources) {}

    private Map<String, JsonNode> find(Parcel parcel) {
        String value = Parcel.SYSTEM + "%7C" + parcel.name();
        Map<String, JsonNode> byIdentifier = search("identifier=" + value);
        assertThat(search("_tag=" + value).keySet())
                .as("%s by tag", parcel.name())
                .isEqualTo(byIdentifier.keySet());
        return byIdentifier;
    }

    private Map<String, JsonNode> search(String criteria) {
        return Stream.of("Patient", "Observation")
                .map(type -> get("/" + type + "?" + criteria + "&_count=50"))
                .flatMap(bundle -> StreamSupport.stream(bundle.path("entry").spliterator(), false))
                .map(entry -> entry.path("resource"))
                .collect(Collectors.toMap(Records::id, resource -> resource));
    }

    private void assertWhole(Parcel parcel, Map<String, JsonNode> found) {
        found.forEach((id, resource) -> {
            assertThat(get("/" + id)).as("%s by read", id).isEqualTo(resource);
            assertThat(get("/" + id + "/_history").path("total").asInt())
                    .as("versions of %s", id)
                    .isEqualTo(1);
            String subject = resource.at("/subject/reference").asText();
            assertThat(subject.isEmpty() || found.containsKey(subject))
                    .as("%s of %s refers to %s", id, parcel.name(), subject)
                    .isTrue();
        });
    }

    private static String id(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
