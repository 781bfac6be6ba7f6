package org.manypaths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.Stories;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What validation costs, in processor time of the thread that does it.
 *
 * <p>Its name keeps it out of {@code mvn verify}: a figure that other work on the machine can shift refuses no build.
 */
class ValidationBenchmark extends ServerIT {

    private static final int WARM_UP = 150;
    private static final int ROUNDS = 21;
    private static final int EACH = 10;

    @Autowired
    private RecordValidator validator;

    @Test
    void aStageCostsAtMostThreeTimesThePlainObservationOfItsSize() {
        Observation stage = example("rosa", "plan", Observation.class, "rosa-stage-alcohol-day-5");
        Observation plain = plainOfTheSameSize(stage);
        micros(List.of(stage, plain), WARM_UP);
        double[] stages = new double[ROUNDS];
        double[] plains = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            stages[round] = micros(List.of(stage), EACH);
            plains[round] = micros(List.of(plain), EACH);
        }
        double ratio = median(stages) / median(plains);
        System.out.printf(
                "stage of change %.0f µs, plain Observation of %d bytes %.0f µs, ratio %.2f%n",
                median(stages), json(plain).length(), median(plains), ratio);
        assertThat(ratio).isLessThanOrEqualTo(3.0);
    }

    @Test
    void aCompleteBundleCostsWhatItsEntriesCost() {
        List<Resource> entries = bundle("rosa", "complete");
        micros(entries, 2);
        double quarter = median(runs(entries.subList(0, entries.size() / 4)));
        double half = median(runs(entries.subList(0, entries.size() / 2)));
        double all = median(runs(entries));
        double single =
                entries.stream().mapToDouble(entry -> micros(List.of(entry), 3)).sum();
        System.out.printf(
                "complete bundle of %d entries %.0f ms (quarter %.0f, half %.0f), entries one by one %.0f ms%n",
                entries.size(), all / 1000, quarter / 1000, half / 1000, single / 1000);
        assertThat(all / single).isLessThanOrEqualTo(1.25);
    }

    private double[] runs(List<Resource> entries) {
        return Stream.generate(() -> micros(entries, 1))
                .limit(3)
                .mapToDouble(time -> time)
                .toArray();
    }

    /** The mean over all repetitions of one pass over the resources. */
    private double micros(List<? extends Resource> resources, int repetitions) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < repetitions; i++) {
            resources.forEach(validator::validate);
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1000.0 / repetitions;
    }

    /** The same content without the profile; a note takes the place of what that took away. */
    private static Observation plainOfTheSameSize(Observation stage) {
        Observation plain = stage.copy();
        plain.setMeta(null);
        plain.getExtension().clear();
        int missing = json(stage).length() - json(plain).length();
        plain.getNoteFirstRep().setText(plain.getNoteFirstRep().getText() + "x".repeat(missing));
        assertThat(json(plain)).hasSameSizeAs(json(stage));
        return plain;
    }

    private static <T extends Resource> T example(String person, String bundle, Class<T> type, String id) {
        return bundle(person, bundle).stream()
                .filter(resource -> resource.getIdElement().getIdPart().equals(id))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Resource> bundle(String person, String purpose) {
        String json = Stories.text(person + "/bundle-" + purpose + ".json");
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, json).getEntry().stream()
                .map(entry -> entry.getResource())
                .toList();
    }

    private static String json(Resource resource) {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
