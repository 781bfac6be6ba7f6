package org.manypaths.narrative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.manypaths.conformance.GuidePackage;
import org.manypaths.testkit.Fhir;

/** What there is to tell: the profiles of the guide, its people, and the samples of its invariants. */
final class Told {

    static final NarrativeWriter WRITER = NarrativeWriter.fromClassPath();

    private static final Path FIXTURES = Path.of("..", "profiles", "tests");
    private static final GuidePackage GUIDE = GuidePackage.fromClassPath();

    private Told() {}

    /** Every profile of ours on a resource. */
    static List<StructureDefinition> profiles() {
        return GUIDE.definitionTexts().stream()
                .filter(json -> json.contains("\"StructureDefinition\""))
                .map(Told::parse)
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .filter(profile -> !profile.getType().equals("Extension"))
                .toList();
    }

    static Stream<DomainResource> examples() {
        return GUIDE.exampleTexts().stream().map(json -> (DomainResource) parse(json));
    }

    /** An example by {@code Type/id}, or the sample of an invariant by the name of its file. */
    static Resource sample(String name) {
        return name.contains("/")
                ? examples()
                        .filter(example -> name.equals(example.fhirType() + "/" + example.getIdPart()))
                        .findFirst()
                        .orElseThrow()
                : parse(text(FIXTURES.resolve(name)));
    }

    private static Resource parse(String json) {
        return (Resource) Fhir.CONTEXT.newJsonParser().parseResource(json);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
