package org.manypaths.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DomainResource;

/**
 * The FHIR R4 core package, assembled from the definitions inside HAPI's validation jar.
 *
 * <p>The compiler of the guide and the HL7 validation engine both look for {@code hl7.fhir.r4.core#4.0.1} in a package
 * cache and would fetch it from a package server. Maven Central holds the same definitions, so nothing needs fetching.
 */
public final class CorePackage {

    private static final String NAME = "hl7.fhir.r4.core";
    private static final String VERSION = "4.0.1";

    /** The engine asks for this package by name and, finding it, asks no server. It holds nothing that R4 needs. */
    private static final String CROSS_VERSION = "hl7.fhir.xver-extensions";

    /** The layout of the cache; the engine empties a cache that does not tell it. */
    private static final String LAYOUT = "[cache]\nversion = 3\n";

    private final FhirContext context;
    private final Path cache;

    CorePackage(FhirContext context, Path cache) {
        this.context = context;
        this.cache = cache;
    }

    /** Writes the package into the cache folder named by the only argument, unless it is there already. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: CorePackage <folder>/.fhir/packages");
        }
        new CorePackage(R4.CONTEXT, Path.of(args[0])).assemble();
    }

    void assemble() throws IOException {
        Files.createDirectories(cache);
        Files.writeString(cache.resolve("packages.ini"), LAYOUT);
        write(NAME, VERSION, coreDefinitions());
        write(CROSS_VERSION, "0.1.0", Set.of());
    }

    /** HAPI loads each kind of definition when it is first asked for one, and lists only what it has loaded. */
    private Set<IBaseResource> coreDefinitions() {
        DefaultProfileValidationSupport core = new DefaultProfileValidationSupport(context);
        Set<IBaseResource> definitions = new LinkedHashSet<>(core.fetchAllStructureDefinitions());
        core.fetchValueSet("http://hl7.org/fhir/ValueSet/administrative-gender");
        definitions.addAll(core.fetchAllConformanceResources());
        definitions.addAll(core.fetchAllSearchParameters());
        return definitions;
    }

    private void write(String name, String version, Set<IBaseResource> definitions) throws IOException {
        Path finished = cache.resolve(name + "#" + version);
        if (Files.exists(finished)) {
            return;
        }
        Path unfinished = cache.resolve(name + ".unfinished");
        delete(unfinished);
        Path folder = Files.createDirectories(unfinished.resolve("package"));
        Files.writeString(folder.resolve("package.json"), manifest(name, version));
        for (IBaseResource definition : definitions) {
            write(folder, definition);
        }
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    }

    private void write(Path folder, IBaseResource definition) throws IOException {
        if (definition instanceof DomainResource resource) {
            resource.setText(null);
        }
        String file = definition.fhirType() + "-" + definition.getIdElement().getIdPart() + ".json";
        IParser json = context.newJsonParser();
        Files.writeString(folder.resolve(file), json.encodeResourceToString(definition));
    }

    private static String manifest(String name, String version) {
        return """
                {"name": "%s", "version": "%s", "fhirVersions": ["%s"], "type": "%s"}
                """.formatted(name, version, VERSION, name.equals(NAME) ? "Core" : "IG");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
