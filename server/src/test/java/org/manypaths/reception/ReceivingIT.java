package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** A receiver that documents can name. */
abstract class ReceivingIT extends ServerIT {

    static final String RECEIVER = "demo-counselling";

    @BeforeEach
    void bearAName() {
        http().put("/Organization/" + RECEIVER, """
                {"resourceType":"Organization","id":"%s","name":"%s","active":true}""".formatted(RECEIVER, RECEIVER));
    }

    Http receiver() {
        return http(TestClients.COUNSELLING);
    }

    Parameters received(String document) {
        HttpResponse<String> answer = receiver().post("/$receive-handoff", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, answer.body());
    }
}
