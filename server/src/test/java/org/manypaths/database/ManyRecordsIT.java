package org.manypaths.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Searches that join several conditions, beside a person about whom there is very much. */
@TestInstance(Lifecycle.PER_CLASS)
class ManyRecordsIT extends ServerIT {

    private static final int MANY = 6_000;

    /** Twenty times of what it takes on an idle machine; joined in an unlucky order it takes minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Autowired
    private DataSource database;

    private String person = "";
    private AutoCloseable records = () -> {};

    @BeforeAll
    void fill() {
        person = create(new Patient());
        create(aStageOf(person).substance("cannabis").stage("precontemplation").build());
        create(aStageOf(person).substance("opioids").stage("action").build());
        String ordinary =
                create(aStageOf(person).substance("stimulants").stage("action").build());
        records = ManyRecords.like(ordinary, MANY, database);
    }

    @AfterAll
    void empty() throws Exception {
        records.close();
    }

    @Test
    void findsPeopleByTwoStagesAtOnce() {
        HttpResponse<String> answer =
                people("substance-stage-current=cannabis$precontemplation", "substance-stage-current=opioids$action");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> found = Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, answer.body()).getEntry().stream()
                .map(entry -> "Patient/" + entry.getResource().getIdElement().getIdPart())
                .toList();
        assertThat(found).contains(person);
    }

    /** All of a person's observations with all of the same person's: that has no quick answer in any order. */
    @Test
    void givesUpASearchThatTakesTooLong() throws Exception {
        HttpResponse<String> answer = http().send(http().request("/Patient?" + has("status=final", "category=survey"))
                .timeout(Duration.ofSeconds(60))
                .GET());
        assertThat(Outcome.codes(answer, 503)).containsExactly("request/too-slow");
        assertThat(database.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections())
                .isLessThanOrEqualTo(1);
        assertThat(http().get("/" + person).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> people(String... conditions) {
        return http().send(http().request("/Patient?" + has(conditions))
                .timeout(PATIENCE)
                .GET());
    }

    private static String has(String... conditions) {
        return "_has:Observation:subject:" + String.join("&_has:Observation:subject:", conditions);
    }

    private String create(Resource resource) {
        return client().create()
                .resource(resource)
                .execute()
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }
}
