package org.manypaths.guide.page;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.manypaths.guide.catalogue.Catalogue;
import org.manypaths.guide.catalogue.Entry;
import org.manypaths.guide.catalogue.Section;
import org.manypaths.guide.catalogue.Use;
import org.manypaths.narrative.NarrativeWriter;

/**
 * Writes the document of each entry of the guide.
 *
 * <p>It parses the entry anew each time; whoever asks keeps the page. Safe for all threads.
 */
public final class Documents {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** An entry's page lies one folder below the guide's start. */
    private static final String ROOT = "../";

    private final FhirContext fhirContext;
    private final Catalogue catalogue;
    private final Markdown markdown;
    private final Links links;
    private final Codes codes;
    private final NarrativeWriter narrative;

    public Documents(FhirContext fhirContext, Catalogue catalogue, Wording wording, NarrativeWriter narrative) {
        this.fhirContext = fhirContext;
        this.catalogue = catalogue;
        this.markdown = new Markdown(catalogue);
        this.links = new Links(catalogue);
        this.codes = new Codes(catalogue, wording);
        this.narrative = narrative;
    }

    /**
     * The document of an entry.
     *
     * @param introduction what its authors wrote about it in Markdown; may be empty
     */
    public Document of(Entry entry, String introduction) {
        List<Fact> facts = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        if (!introduction.isBlank()) {
            blocks.add(Block.prose("In words", markdown.html(introduction, ROOT, 2)));
        }
        Description description = describe(entry);
        facts.addAll(description.facts());
        blocks.addAll(description.blocks());
        if (!entry.isExample()) {
            facts.add(Fact.of("Canonical URL", Span.code(entry.url())));
            blocks.add(searches(entry));
            blocks.add(users(entry));
            blocks.add(examples(entry));
        }
        return new Document(markdown.html(entry.summary(), ROOT, 2), facts, blocks);
    }

    private Description describe(Entry entry) {
        if (entry.isExample()) {
            return new ExampleDocument(content(entry), narrative.write((Resource) parse(entry)));
        }
        IBaseResource resource = parse(entry);
        if (resource instanceof StructureDefinition profile) {
            return new ProfileDocument(profile, links, codes);
        } else if (resource instanceof ValueSet valueSet) {
            return new ValueSetDocument(valueSet, links, codes);
        } else if (resource instanceof CodeSystem system) {
            return new CodeSystemDocument(system, maps(), codes);
        } else if (resource instanceof ConceptMap map) {
            return new ConceptMapDocument(map, links, codes);
        } else if (resource instanceof SearchParameter parameter) {
            return new SearchParameterDocument(parameter, links);
        } else if (resource instanceof OperationDefinition operation) {
            return new OperationDocument(operation, links);
        } else if (resource instanceof CapabilityStatement statement) {
            return new CapabilityDocument(statement, links, markdown);
        }
        return content(entry);
    }

    private Description content(Entry entry) {
        JsonNode resource = read(entry);
        return new ContentDocument(entry, resource, links, codes);
    }

    /** What a server of ours can be asked about the resources of a profile. */
    private Block searches(Entry entry) {
        String type =
                entry.section() == Section.PROFILE ? read(entry).path("type").asText() : "";
        List<Row> rows = catalogue.section(Section.SEARCH_PARAMETER).stream()
                .filter(parameter -> contains(read(parameter).path("base"), type))
                .map(parameter -> Row.of(Line.of(links.entry(parameter)), Line.text(parameter.summary())))
                .toList();
        return Block.table(
                "Searching",
                new Table("What " + type + " can be searched by", List.of("Search parameter", "What it finds"), rows));
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode item : list) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private Block users(Entry entry) {
        Map<Entry, TreeSet<String>> places = new TreeMap<>(Comparator.comparing(Entry::path));
        for (Use use : catalogue.definitionsUsing(entry)) {
            places.computeIfAbsent(use.user(), key -> new TreeSet<>()).add(use.where());
        }
        List<Row> rows = places.entrySet().stream()
                .map(user -> Row.of(
                        List.of(Line.of(links.entry(user.getKey()))),
                        List.of(
                                List.of(Line.text(user.getKey().section().singular())),
                                user.getKey().section() == Section.PROFILE
                                                || user.getKey().section() == Section.EXTENSION
                                        ? user.getValue().stream()
                                                .map(where -> Line.of(Span.code(where)))
                                                .toList()
                                        : List.of())))
                .toList();
        return Block.table("Used by", new Table("Where the guide uses it", List.of("Definition", "Kind", "At"), rows));
    }

    private Block examples(Entry entry) {
        List<Row> rows = catalogue.examplesUsing(entry).stream()
                .map(example -> Row.of(Line.of(links.entry(example)), Line.of(Span.code(example.path()))))
                .toList();
        return Block.table("Examples", new Table("Examples of it", List.of("Example", "Address"), rows));
    }

    private List<ConceptMap> maps() {
        return catalogue.section(Section.CONCEPT_MAP).stream()
                .map(entry -> (ConceptMap) parse(entry))
                .toList();
    }

    private IBaseResource parse(Entry entry) {
        return parser().parseResource(entry.json());
    }

    /** The entry in the other of FHIR's two languages. */
    public String xml(Entry entry) {
        return fhirContext.newXmlParser().setPrettyPrint(true).encodeResourceToString(parse(entry));
    }

    private IParser parser() {
        return fhirContext.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
    }

    private static JsonNode read(Entry entry) {
        try {
            return JSON.readTree(entry.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON: " + entry.path(), e);
        }
    }
}
