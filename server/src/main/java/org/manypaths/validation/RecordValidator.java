package org.manypaths.validation;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.refusal.Issue;

/**
 * Holds resources to FHIR R4, to the profiles that they declare and to what is safe to store. Thread-safe.
 *
 * <p>It reads definitions and terminology but no records: whether a reference leads somewhere is not asked here.
 */
public class RecordValidator {

    private final FhirContext fhirContext;
    private final ValidationEngine engine;
    private final DeclaredProfiles profiles;

    RecordValidator(FhirContext fhirContext, ValidationEngine engine, DeclaredProfiles profiles) {
        this.fhirContext = fhirContext;
        this.engine = engine;
        this.profiles = profiles;
    }

    /** What in its narratives could run or fetch something when it is shown, though the record is not stored as such. */
    public List<Issue> unsafe(Resource resource) {
        return NarrativeRules.check(resource);
    }

    /** Everything worth telling about the resource; {@link Issue#refuses()} says what forbids to store it. */
    public List<Issue> validate(Resource resource) {
        return validate(resource, UnaryOperator.identity());
    }

    /**
     * The same for a resource whose JSON is first made to look as it will look when it is stored.
     *
     * @param asStored puts the targets that references will have in the place of placeholders
     */
    List<Issue> validate(Resource resource, UnaryOperator<String> asStored) {
        String json = asStored.apply(fhirContext.newJsonParser().encodeResourceToString(resource));
        return validate(resource, json, List.of());
    }

    /**
     * The same with profiles that the resource is held to whether it declares them or not.
     *
     * @param json the resource as it was sent, with what its objects could not hold
     */
    List<Issue> validate(Resource resource, String json, Collection<String> asked) {
        List<String> known = asked.stream().filter(profiles::isKnown).toList();
        List<Issue> unsafe = NarrativeRules.check(resource);
        List<Issue> found = FindingTranslation.translate(engine.validate(
                json, known.isEmpty() ? profiles.firstKnown(resource).stream().toList() : known));
        return Stream.of(
                        profiles.check(resource),
                        profiles.refuse(asked),
                        unsafe,
                        without(found, unsafe),
                        ModifierRules.check(resource),
                        CodeRules.check(resource))
                .flatMap(List::stream)
                .toList();
    }

    /** R4 forbids script too, in a rule that does not say what it met: where we can say it, once is enough. */
    private static List<Issue> without(List<Issue> found, List<Issue> unsafe) {
        Set<String> told =
                unsafe.stream().flatMap(issue -> issue.expression().stream()).collect(Collectors.toSet());
        return found.stream()
                .filter(issue -> !told.containsAll(issue.expression()))
                .toList();
    }
}
