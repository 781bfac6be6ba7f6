package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.xhtml.XhtmlComposer;
import org.manypaths.conformance.GuidePackage;
import org.springframework.util.function.SingletonSupplier;

/**
 * Writes what a resource says, for its narrative, for a page, for paper.
 *
 * <p>The words depend on the resource alone: not on the clock, on other resources or on ids. Safe for all threads.
 */
public final class NarrativeWriter {

    /** Told of every resource, before anything of its own. */
    private static final String OF_EVERY = "every";

    private static final String OF_DEFINITIONS = "definition";

    private final Tellings tellings;
    private final Teller teller;
    private final PlainTelling plain;

    NarrativeWriter(Tellings tellings, Speech speech) {
        this.tellings = tellings;
        this.teller = new Teller(speech);
        this.plain = new PlainTelling(speech);
    }

    /** The writer with the templates, labels and names that this build carries. */
    public static NarrativeWriter fromClassPath() {
        Supplier<OwnNames> names = SingletonSupplier.of(
                () -> OwnNames.of(GuidePackage.fromClassPath().definitionTexts()));
        Speech speech = new Speech(new ConceptSpeech(
                OwnLabels.fromClassPath(), coding -> names.get().find(coding)));
        return new NarrativeWriter(Tellings.fromClassPath(), speech);
    }

    /** What the resource says. */
    public Account account(Resource resource) {
        Account own = telling(resource)
                .map(telling -> teller.tell(resource, telling))
                .orElseGet(() -> new Account(
                        Titles.plain(resource.fhirType()), List.of(), List.of(), List.of(), plain.facts(resource)));
        Account every = tellings.named(OF_EVERY)
                .map(telling -> teller.tell(resource, telling))
                .orElseThrow(() -> new IllegalStateException("The template is missing: " + OF_EVERY));
        List<String> alerts = join(every.alerts(), join(unknownModifiers(resource), own.alerts()));
        return new Account(own.title(), alerts, own.words(), own.says(), join(own.facts(), every.facts()));
    }

    /** The same as XHTML: one {@code div}. */
    public String write(Resource resource) {
        return new XhtmlComposer(XhtmlComposer.XML).compose(Layout.of(account(resource)));
    }

    /** The narrative that the resource should bear. */
    public Narrative narrative(DomainResource resource) {
        Narrative narrative = new Narrative();
        narrative.setDiv(Layout.of(account(resource)));
        narrative.setStatus(resource.hasExtension() ? NarrativeStatus.EXTENSIONS : NarrativeStatus.GENERATED);
        return narrative;
    }

    private Optional<Telling> telling(Resource resource) {
        return resource instanceof MetadataResource ? tellings.named(OF_DEFINITIONS) : tellings.find(resource);
    }

    /** FHIR wants narrative to reflect all modifiers: those that we do not know are at least named. */
    private static List<String> unknownModifiers(Resource resource) {
        return resource instanceof DomainResource bearer
                ? bearer.getModifierExtension().stream()
                        .map(Extension::getUrl)
                        .map(url -> "A statement that changes the meaning of this record cannot be told here: " + url)
                        .toList()
                : List.of();
    }

    private static <T> List<T> join(List<T> first, List<T> then) {
        List<T> all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }
}
