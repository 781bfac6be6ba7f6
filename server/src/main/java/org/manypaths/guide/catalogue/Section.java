package org.manypaths.guide.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** A kind of entry, in the order in which a reader meets them. */
public enum Section {
    PROFILE(
            "profiles",
            "Profiles",
            "Profile",
            "What a record looks like that carries one part of a plan: which elements must be there, which a system keeps"
                    + " when it receives them, which codes they take."),
    EXTENSION("extensions", "Extensions", "Extension", "What FHIR has no element for, and where it may stand."),
    VALUE_SET("value-sets", "Value sets", "Value set", "The codes among which an element chooses."),
    CODE_SYSTEM(
            "code-systems",
            "Code systems",
            "Code system",
            "Our own words, each with its meaning, where no public terminology has one."),
    CONCEPT_MAP(
            "concept-maps", "Concept maps", "Concept map", "How close our codes are to those that others use already."),
    SEARCH_PARAMETER(
            "search-parameters",
            "Search parameters",
            "Search parameter",
            "What one can ask a server for beyond the questions of plain FHIR."),
    OPERATION("operations", "Operations", "Operation", "Questions and deeds that take more than one search."),
    CAPABILITY(
            "capability-statements",
            "Capability statements",
            "Capability statement",
            "What a system must be able to do to take a part in the exchange."),
    QUESTIONNAIRE("questionnaires", "Questionnaires", "Questionnaire", "What is asked, in which words and order."),
    OTHER(
            "other-definitions",
            "Other definitions",
            "Definition",
            "Names of identifiers and what else the guide defines."),
    EXAMPLE(
            "examples",
            "Examples",
            "Example",
            "The records of the people whose stories the guide tells. The people are made up; the records are whole.");

    private final String slug;
    private final String plural;
    private final String singular;
    private final String summary;

    Section(String slug, String plural, String singular, String summary) {
        this.slug = slug;
        this.plural = plural;
        this.singular = singular;
        this.summary = summary;
    }

    /** The section whose list page has this path below the guide. */
    public static Optional<Section> at(String slug) {
        return Arrays.stream(values())
                .filter(section -> section.slug.equals(slug))
                .findFirst();
    }

    static Section ofDefinition(String type, boolean extension) {
        return switch (type) {
            case "StructureDefinition" -> extension ? EXTENSION : PROFILE;
            case "ValueSet" -> VALUE_SET;
            case "CodeSystem" -> CODE_SYSTEM;
            case "ConceptMap" -> CONCEPT_MAP;
            case "SearchParameter" -> SEARCH_PARAMETER;
            case "OperationDefinition" -> OPERATION;
            case "CapabilityStatement" -> CAPABILITY;
            case "Questionnaire" -> QUESTIONNAIRE;
            default -> OTHER;
        };
    }

    public String slug() {
        return slug;
    }

    public String plural() {
        return plural;
    }

    public String singular() {
        return singular;
    }

    public String summary() {
        return summary;
    }
}
