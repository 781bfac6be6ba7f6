package org.manypaths.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.PartnerBundle;

/** A partner that does not know whether it sent something already sends it again. */
class ConditionalCreateIT extends PartnerIT {

    private static final String IDENTIFIER = "identifier=https://partner.example/people|";

    @Test
    void makesOneOfTwo() {
        String number = PartnerBundle.newNumber();
        HttpResponse<String> first = create(number);
        HttpResponse<String> again = create(number);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(found("Patient?" + IDENTIFIER + number)).hasSize(1);
    }

    @Test
    void makesOneOfEightAtOnce() throws Exception {
        String number = PartnerBundle.newNumber();
        List<Integer> statuses = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<HttpResponse<String>> create = () -> create(number);
            for (Future<HttpResponse<String>> answer : threads.invokeAll(Collections.nCopies(8, create))) {
                statuses.add(answer.get().statusCode());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(found("Patient?" + IDENTIFIER + number)).hasSize(1);
        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> List.of(200, 201, 409, 412)
                .contains(status));
    }

    @Test
    void refusesWhereTheConditionFitsSeveral() {
        String number = PartnerBundle.newNumber();
        String person = person(number);
        http().post("/Patient", person);
        http().post("/Patient", person);
        assertThat(create(number).statusCode()).isEqualTo(412);
    }

    @Test
    void refusesAnUpdateOfAVersionThatIsNoMore() {
        String number = PartnerBundle.newNumber();
        String location = create(number).headers().firstValue("Location").orElseThrow();
        String id = location.replaceAll(".*/Patient/|/_history/.*", "");
        String body = person(number).replaceFirst("\\{", "{\"id\": \"" + id + "\", ");
        String changed = body.replace("female", "male");
        assertThat(update(id, changed, 1).statusCode()).isEqualTo(200);
        assertThat(update(id, body, 1).statusCode()).isIn(409, 412);
        assertThat(http().get("/Patient/" + id).body()).contains("\"male\"");
    }

    private HttpResponse<String> create(String number) {
        return http().send(http().request("/Patient")
                .header("Content-Type", "application/fhir+json")
                .header("If-None-Exist", IDENTIFIER + number)
                .POST(BodyPublishers.ofString(person(number))));
    }

    private HttpResponse<String> update(String id, String body, int version) {
        return http().send(http().request("/Patient/" + id)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"" + version + "\"")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static String person(String number) {
        return """
                {"resourceType": "Patient", "gender": "female",
                 "identifier": [{"system": "https://partner.example/people", "value": "%s"}]}
                """.formatted(number);
    }
}
