package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.junit.jupiter.api.Test;
import org.manypaths.access.References;
import org.manypaths.testkit.Bound;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/**
 * What taking a document in costs at its best, beside the same records as one validated transaction in the same run.
 * Enough rounds that each had its best; where they were not, it is measured again.
 */
class ReceptionCostIT extends ServerIT {

    private static final int ROUNDS = 14;
    private static final int WARM_UP = 4;
    private static final double MOST = 1.5;

    @Test
    void staysWithinOneAndAHalfTimesATransactionOfTheSame() {
        Http receiver = http(TestClients.COUNSELLING);
        SentDocument told = SentDocument.to("demo-counselling", http(), base());
        Bound.hold("reception", MOST, () -> ratio(receiver, told));
    }

    private static double ratio(Http receiver, SentDocument told) {
        List<Double> received = new ArrayList<>();
        List<Double> written = new ArrayList<>();
        for (int round = 0; round < ROUNDS + WARM_UP; round++) {
            String number = UUID.randomUUID().toString();
            SentDocument document = told.changed("http://127.0.0.1:9/other", "http://127.0.0.1:9/" + number)
                    .identified("http://example.org/person", number)
                    .anotherHandoff()
                    .version(13);
            double document1 = time(receiver, "/$receive-handoff", document.json());
            double transaction = time(receiver, "", transaction(document.json()));
            if (round >= WARM_UP) {
                received.add(document1);
                written.add(transaction);
            }
        }
        double ratio = Collections.min(received) / Collections.min(written);
        System.out.printf(
                "reception cost: document %.0f ms, transaction %.0f ms, ratio %.2f%n",
                Collections.min(received), Collections.min(written), ratio);
        return ratio;
    }

    private static double time(Http receiver, String path, String body) {
        long start = System.nanoTime();
        HttpResponse<String> answer = receiver.post(path, body);
        double time = (System.nanoTime() - start) / 1e6;
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return time;
    }

    /** Each record under an id that the server gives. */
    private static String transaction(String json) {
        Bundle document = Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, json);
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        for (BundleEntryComponent entry : document.getEntry()) {
            if (!Copies.isCopied(entry.getResource())) {
                continue;
            }
            References.visit(entry.getResource(), reference -> reference
                    .setReference(urn(References.key(reference)))
                    .setResource(null));
            transaction
                    .addEntry()
                    .setFullUrl(urn(entry.getResource().fhirType() + "/"
                            + entry.getResource().getIdElement().getIdPart()))
                    .setResource(entry.getResource())
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl(entry.getResource().fhirType());
            entry.getResource().setId((String) null);
        }
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(transaction);
    }

    private static String urn(String key) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
