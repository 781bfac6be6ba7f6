package org.manypaths.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.testkit.Fhir;

/** One of the bundles that Synthea made and nobody here wrote. They lie beside the repository, where they lie at all. */
record SyntheaBundle(String name, String json, Bundle content) {

    private static final Path FOLDER =
            Path.of(System.getProperty("shared.dir", "../../shared")).resolve("synthea");

    static boolean present() {
        return Files.isDirectory(FOLDER);
    }

    /** All of them: the providers first, because the others refer to them, then the people in no special order. */
    static List<SyntheaBundle> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(SyntheaBundle::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAboutAPerson() {
        return content.getEntry().stream().anyMatch(entry -> entry.getResource() instanceof Patient);
    }

    /** How many resources of each type it brings. */
    Map<String, Long> types() {
        return content.getEntry().stream()
                .map(entry -> entry.getResource().fhirType())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    int count(String type) {
        return Math.toIntExact(content.getEntry().stream()
                .filter(entry -> type.equals(entry.getResource().fhirType()))
                .count());
    }

    /** The position of the first entry of a type. */
    int first(String type) {
        List<String> types = content.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(resource -> resource.fhirType())
                .toList();
        return types.indexOf(type);
    }

    private static SyntheaBundle read(Path file) {
        try {
            String json = Files.readString(file);
            String name = file.getFileName().toString();
            return new SyntheaBundle(name, json, Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
