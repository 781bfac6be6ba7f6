package org.manypaths.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.ServerIT;
import org.springframework.boot.test.web.server.LocalManagementPort;

class HealthIT extends ServerIT {

    @LocalManagementPort
    private int managementPort;

    @Test
    void isReadyWhenDatabaseGuideAndValueSetsAre() {
        HttpResponse<String> answer = management().get("/health/readiness");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"db\":{\"status\":\"UP\"}")
                .contains("\"guide\":{\"status\":\"UP\"}")
                .contains("\"valueSets\":{\"status\":\"UP\"}")
                .contains("\"readinessState\":{\"status\":\"UP\"}");
    }

    @Test
    void livesWhateverBecomesOfTheDatabase() {
        HttpResponse<String> answer = management().get("/health/liveness");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("livenessState").doesNotContain("\"db\"");
    }

    @Test
    void countsRequestsByKindAndStatus() {
        http().get("/Patient?_id=nobody");
        assertThat(management().get("/prometheus").body())
                .containsPattern("manypaths_requests_seconds_count\\{.*interaction=\"search-type\".*status=\"200\".*"
                        + "type=\"Patient\".*} [1-9]")
                .doesNotContain("nobody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/env", "/beans", "/configprops", "/heapdump", "/loggers", "/sbom", "/info", "/shutdown"})
    void exposesNothingElse(String endpoint) {
        assertThat(management().get(endpoint).statusCode()).isEqualTo(404);
    }

    @Test
    void isNotServedOnThePublicPort() {
        Http root = new Http(base().resolve("/"));
        assertThat(root.get("actuator/health").statusCode()).isEqualTo(404);
    }

    private Management management() {
        return new Management(managementPort);
    }
}
