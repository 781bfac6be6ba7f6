package org.manypaths.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.Application;
import org.manypaths.refusal.Issue;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Stories;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the validator of the running server spends on one record and on a whole plan, warm.
 *
 * <p>{@code stage} against {@code plain} is what our profile adds to an Observation of R4 of the same size; {@code
 * complete} against {@code quarter} is whether a bundle costs more than its entries do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 8, time = 5)
public class ValidationBenchmark {

    private ConfigurableApplicationContext server;
    private RecordValidator validator;
    private Observation stage;
    private Observation plain;
    private List<Resource> complete;
    private List<Resource> quarter;

    @Setup
    public void start() throws IOException {
        server = new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "management.server.port=0",
                        "manypaths.data=" + Files.createTempDirectory("many-paths-benchmark"))
                .run();
        validator = server.getBean(RecordValidator.class);
        complete = bundle("complete");
        quarter = complete.subList(0, complete.size() / 4);
        stage = bundle("plan").stream()
                .filter(resource -> "rosa-stage-alcohol-day-5"
                        .equals(resource.getIdElement().getIdPart()))
                .map(Observation.class::cast)
                .findFirst()
                .orElseThrow();
        plain = plainOfTheSameSize(stage);
    }

    @TearDown
    public void stop() {
        server.close();
    }

    @Benchmark
    public List<Issue> stage() {
        return validator.validate(stage);
    }

    @Benchmark
    public List<Issue> plain() {
        return validator.validate(plain);
    }

    @Benchmark
    public long quarter() {
        return findings(quarter);
    }

    @Benchmark
    public long complete() {
        return findings(complete);
    }

    private long findings(List<Resource> entries) {
        return entries.stream().mapToLong(entry -> validator.validate(entry).size()).sum();
    }

    /** The same content without the profile; a note takes the place of what that took away. */
    private static Observation plainOfTheSameSize(Observation stage) {
        Observation plain = stage.copy();
        plain.setMeta(null);
        plain.getExtension().clear();
        int missing = json(stage).length() - json(plain).length();
        plain.getNoteFirstRep().setText(plain.getNoteFirstRep().getText() + "x".repeat(missing));
        return plain;
    }

    private static List<Resource> bundle(String purpose) {
        String json = Stories.text("rosa/bundle-" + purpose + ".json");
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, json).getEntry().stream()
                .map(entry -> entry.getResource())
                .toList();
    }

    private static String json(Resource resource) {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }
}
