package org.manypaths.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandingTransactionIT extends StageIT {

    private static final String PERSON = "urn:uuid:5ae2ce42-6a3e-4a25-8c62-ee7d3c1b3c55";

    @Nested
    class ABundle {

        @Test
        void storesEachStageWithItsFinalStandingAtOnce() {
            Bundle answer = transaction(
                    post(PERSON, new Patient()),
                    post(alcohol(PERSON).on("2026-09-01")),
                    post(alcohol(PERSON).on("2026-11-01")),
                    post(alcohol(PERSON).on("2026-10-01")),
                    post(aStageOf(PERSON).substance("cannabis").stage("action").on("2026-09-01")));
            assertStanding(answered(answer, 1), Standing.SUPERSEDED, 1);
            assertStanding(answered(answer, 2), Standing.CURRENT, 1);
            assertStanding(answered(answer, 3), Standing.SUPERSEDED, 1);
            assertStanding(answered(answer, 4), Standing.CURRENT, 1);
        }

        @Test
        void judgesTogetherWithWhatIsStored() {
            String person = person();
            Observation older = create(alcohol(person).on("2026-10-01"));
            Observation other = create(
                    aStageOf(person).substance("cannabis").stage("action").on("2026-11-01"));
            Bundle answer = transaction(
                    post(alcohol(person).on("2026-11-01")),
                    post(aStageOf(person)
                            .substance("cannabis")
                            .stage("preparation")
                            .on("2026-10-01")));
            assertStanding(older, Standing.SUPERSEDED, 2);
            assertStanding(other, Standing.CURRENT, 1);
            assertStanding(answered(answer, 0), Standing.CURRENT, 1);
            assertStanding(answered(answer, 1), Standing.SUPERSEDED, 1);
        }

        @Test
        void judgesAPersonWhoIsFoundOnlyWhileItIsProcessed() {
            String number = String.valueOf(System.nanoTime());
            String identifier = "urn:oid:2.999.1|" + number;
            Patient known = new Patient();
            known.addIdentifier().setSystem("urn:oid:2.999.1").setValue(number);
            String person = id(client().create().resource(known).execute());
            Observation stored = create(alcohol(person).on("2026-11-01"));
            Bundle.BundleEntryComponent again = post(PERSON, known);
            again.getRequest().setIfNoneExist("identifier=" + identifier);
            Bundle answer = transaction(
                    again,
                    post(alcohol(PERSON).on("2026-10-01")),
                    post(alcohol("Patient?identifier=" + identifier).ratedBy("person")));
            assertStanding(stored, Standing.CURRENT, 1);
            assertThat(Standing.of(read(answered(answer, 1)))).contains(Standing.SUPERSEDED);
            assertThat(Standing.of(read(answered(answer, 2)))).contains(Standing.CURRENT);
        }

        @Test
        void replacesAndDeletesInOneGo() {
            String person = person();
            Observation first = create(alcohol(person).on("2026-09-01"));
            Observation second = create(alcohol(person).on("2026-10-01"));
            Observation third = create(alcohol(person).on("2026-11-01"));
            Observation corrected = read(second);
            corrected.setEffective(new DateTimeType("2026-08-01"));
            Bundle.BundleEntryComponent delete = new Bundle.BundleEntryComponent();
            delete.getRequest().setMethod(HTTPVerb.DELETE).setUrl(id(third));
            Bundle.BundleEntryComponent put = new Bundle.BundleEntryComponent().setResource(corrected);
            put.getRequest().setMethod(HTTPVerb.PUT).setUrl(id(second));
            transaction(delete, put);
            assertThat(Standing.of(read(first))).contains(Standing.CURRENT);
            assertThat(Standing.of(read(second))).contains(Standing.SUPERSEDED);
        }

        @Test
        void changesNoStandingWhenItIsRefused() {
            String person = person();
            Observation stage = create(alcohol(person).on("2026-10-01"));
            Bundle refused = bundle(post(alcohol(person).on("2026-11-01")), post(alcohol("Patient/nobody-is-here")));
            assertThat(http().post("", json(refused)).statusCode()).isBetween(400, 499);
            assertStanding(stage, Standing.CURRENT, 1);
        }
    }

    @Nested
    class ManyAtOnce {

        @Test
        void leaveExactlyOneCurrent() throws Exception {
            String person = person();
            List<Callable<HttpResponse<String>>> writes = IntStream.range(0, 8)
                    .mapToObj(day -> json(alcohol(person).on("2026-11-1" + day).build()))
                    .<Callable<HttpResponse<String>>>map(json -> () -> http().post("/Observation", json))
                    .toList();
            assertThat(atOnce(writes)).containsOnly(201);
            assertOneCurrentOf(person, 8);
        }

        @Test
        void leaveExactlyOneCurrentInBundlesToo() throws Exception {
            String person = person();
            List<Callable<HttpResponse<String>>> writes = IntStream.range(0, 4)
                    .mapToObj(day -> json(bundle(
                            post(alcohol(person).on("2026-11-1" + day)),
                            post(alcohol(person).on("2026-11-2" + day)))))
                    .<Callable<HttpResponse<String>>>map(json -> () -> http().post("", json))
                    .toList();
            assertThat(atOnce(writes)).containsOnly(200);
            assertOneCurrentOf(person, 8);
        }

        private List<Integer> atOnce(List<Callable<HttpResponse<String>>> writes) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(writes.size());
            try {
                List<Integer> statuses = new ArrayList<>();
                for (Future<HttpResponse<String>> answer : threads.invokeAll(writes)) {
                    statuses.add(answer.get().statusCode());
                }
                return statuses;
            } finally {
                threads.shutdown();
            }
        }

        private void assertOneCurrentOf(String person, int count) {
            List<Observation> stages = stagesOf(person);
            assertThat(stages).hasSize(count);
            assertThat(stages)
                    .filteredOn(stage -> Standing.of(stage).equals(Optional.of(Standing.CURRENT)))
                    .singleElement()
                    .isEqualTo(stages.get(0));
            assertThat(stages).allMatch(stage -> Standing.of(stage).isPresent());
        }
    }
}
