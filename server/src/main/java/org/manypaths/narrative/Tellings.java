package org.manypaths.narrative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All templates of {@code templates/narrative}, by the profile or the type of resource that they tell of. */
final class Tellings {

    private static final String PROFILES = Canonical.BASE + "/StructureDefinition/";
    private static final String SUFFIX = ".txt";

    private final Map<String, Telling> byName;

    private Tellings(Map<String, Telling> byName) {
        this.byName = Map.copyOf(byName);
    }

    static Tellings fromClassPath() {
        Map<String, String> texts = new HashMap<>();
        try {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/templates/narrative/*" + SUFFIX)) {
                String name = String.valueOf(file.getFilename()).replace(SUFFIX, "");
                texts.put(name, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(texts);
    }

    static Tellings of(Map<String, String> texts) {
        TellingReader reader = new TellingReader(name -> Optional.ofNullable(texts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no template " + name)));
        Map<String, Telling> byName = new HashMap<>();
        texts.keySet().forEach(name -> byName.put(name, reader.read(name)));
        return new Tellings(byName);
    }

    /** The template for the first profile that has one, else for the type; empty for types that nobody wrote one for. */
    Optional<Telling> find(Resource resource) {
        for (CanonicalType profile : resource.getMeta().getProfile()) {
            Telling own = byName.get(name(profile.getValue()));
            if (own != null) {
                return Optional.of(own);
            }
        }
        return named(resource.fhirType());
    }

    Optional<Telling> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static String name(String profile) {
        int bar = profile.indexOf('|');
        String url = bar < 0 ? profile : profile.substring(0, bar);
        return url.startsWith(PROFILES) ? url.substring(PROFILES.length()) : "";
    }
}
