package org.manypaths.demo;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** The people of the examples as the build put them on the class path: bundles, and what is told about whom. */
class DemoStories {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");

    private final FhirContext fhirContext;
    private final List<String> order;

    DemoStories(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
        order = text("order.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    /** The transaction bundles in the order in which they can be loaded. */
    List<Bundle> bundles() {
        return order.stream()
                .map(name -> text(name.replace("/", "/bundle-") + ".json"))
                .map(json -> fhirContext.newJsonParser().parseResource(Bundle.class, json))
                .toList();
    }

    /** All resources of one type, as they are told in order. */
    <R extends Resource> Stream<R> resources(Class<R> type) {
        return bundles().stream()
                .flatMap(bundle -> bundle.getEntry().stream())
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** How the story of a person begins: the first paragraph below its title; empty if nobody wrote one. */
    Optional<String> beginning(String person) {
        return paragraphs(person)
                .filter(paragraph -> !paragraph.startsWith("#"))
                .findFirst()
                .map(paragraph -> LINK.matcher(paragraph).replaceAll("$1"));
    }

    /** What the story of a person is called; empty if nobody wrote one. */
    Optional<String> title(String person) {
        return paragraphs(person)
                .filter(paragraph -> paragraph.startsWith("# "))
                .findFirst()
                .map(paragraph -> paragraph.substring(2));
    }

    private static Stream<String> paragraphs(String person) {
        return find(person + "/story.md").stream()
                .flatMap(story -> Stream.of(story.split("\\R\\s*\\R")))
                .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                .filter(paragraph -> !paragraph.isEmpty());
    }

    private static String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("The demo people lack the file " + name));
    }

    private static Optional<String> find(String name) {
        try (InputStream in = DemoStories.class.getResourceAsStream("/examples/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
