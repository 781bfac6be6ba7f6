package org.manypaths.handoff.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.digest.DocumentDigest;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.section.Words;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Sets a handoff document as a page that is read in minutes and printed as it stands. Safe for all threads. */
public final class DocumentPage {

    private static final String NOTICE = Canonical.BASE + "/StructureDefinition/ihrp-redisclosure-notice";
    private static final String STYLE = "/static/assets/handoff.css";

    private final TemplateEngine engine = new TemplateEngine();
    private final String style = text(STYLE);

    public DocumentPage() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/handoff/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** For a browser: the stylesheet comes from this server. */
    public String forBrowser(Bundle document, String stylesheet) {
        Context context = context(document);
        context.setVariable("stylesheet", stylesheet);
        return engine.process("document", context);
    }

    /**
     * For the printer: the stylesheet is in the page.
     *
     * @param notice what whoever holds the paper must know
     */
    String forPrint(Bundle document, Optional<String> notice) {
        Context context = context(document);
        context.setVariable("style", style);
        context.setVariable("running", running(context));
        notice.ifPresent(words -> context.setVariable("unprinted", words));
        return LongWords.marked(engine.process("document", context));
    }

    /** At the head of each page, so that none that is by itself belongs to nobody. */
    private static String running(Context context) {
        String identifiers = String.valueOf(context.getVariable("identifiers"));
        return "Handoff: " + context.getVariable("name") + ", born " + context.getVariable("born")
                + (identifiers.isEmpty() ? "" : ", " + identifiers);
    }

    private static Context context(Bundle document) {
        Composition composition = (Composition) document.getEntryFirstRep().getResource();
        Context context = new Context(Locale.ENGLISH);
        Patient person = find(document, composition.getSubject(), Patient.class).orElseGet(Patient::new);
        context.setVariable("title", composition.getTitle());
        context.setVariable("name", Words.name(person.getName()));
        context.setVariable(
                "born",
                person.getBirthDateElement().hasValue() ? Words.time(person.getBirthDateElement()) : "not told");
        context.setVariable(
                "identifiers",
                Words.joined(", ", person.getIdentifier().stream().map(identifier -> identifier.getValue())));
        context.setVariable("from", organization(document, composition.getCustodian()));
        context.setVariable("when", Words.time(composition.getDateElement()));
        context.setVariable("document", document.getIdentifier().getValue());
        context.setVariable("digest", DocumentDigest.stated(document).orElse(""));
        context.setVariable("notice", notice(composition));
        context.setVariable("sections", sections(composition));
        return context;
    }

    private static String organization(Bundle document, Reference reference) {
        return find(document, reference, Organization.class)
                .map(place -> Words.joined(", ", Stream.of(place.getName(), Words.phones(place.getTelecom()))))
                .orElse("");
    }

    private static String notice(Composition composition) {
        return Optional.ofNullable(composition.getExtensionByUrl(NOTICE))
                .map(Extension::getValue)
                .map(value -> value.primitiveValue())
                .orElse("");
    }

    private static List<Part> sections(Composition composition) {
        return composition.getSection().stream().map(Part::of).toList();
    }

    private static <R extends Resource> Optional<R> find(Bundle document, Reference reference, Class<R> type) {
        return document.getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(type::isInstance)
                .filter(resource -> Passage.key(resource).equals(reference.getReference()))
                .map(type::cast)
                .findFirst();
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(DocumentPage.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A section on the page.
     *
     * @param html its text, which this server has written itself
     */
    public record Part(String id, String title, String html) {

        static Part of(SectionComponent section) {
            return new Part(
                    section.getCode().getCodingFirstRep().getCode(),
                    section.getTitle(),
                    section.getText().getDivAsString());
        }
    }
}
