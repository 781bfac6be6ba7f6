package org.manypaths.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import java.net.http.HttpResponse;
import java.time.Duration;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Searches that join several conditions, beside a person about whom there is very much. */
class ManyRecordsIT extends ServerIT {

    private static final int MANY = 6_000;

    /** Fifty times of what it takes; joined in an unlucky order it takes minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Autowired
    private DataSource database;

    @Test
    void findsPeopleByTwoStagesAtOnce() {
        String person = create(new Patient());
        create(aStageOf(person).substance("cannabis").stage("precontemplation").build());
        create(aStageOf(person).substance("opioids").stage("action").build());
        String ordinary = create(aStageOf(person).substance("stimulants").stage("action").build());
        long t0=System.nanoTime(); try (ManyRecords records = ManyRecords.like(ordinary, MANY, database)) {
            System.err.println("MADE "+(System.nanoTime()-t0)/1000000); assertThat(people("substance-stage-current=cannabis$precontemplation", "substance-stage-current=opioids$action"))
                    .contains(person); System.err.println("FOUND "+(System.nanoTime()-t0)/1000000);
        }
 System.err.println("DEL "+(System.nanoTime()-t0)/1000000);
    }

    private java.util.List<String> people(String... conditions) {
        String query = "/Patient?_has:Observation:subject:" + String.join("&_has:Observation:subject:", conditions);
        HttpResponse<String> answer = http().send(http().request(query).timeout(PATIENCE).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, answer.body()).getEntry().stream()
                .map(entry -> "Patient/" + entry.getResource().getIdElement().getIdPart())
                .toList();
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
