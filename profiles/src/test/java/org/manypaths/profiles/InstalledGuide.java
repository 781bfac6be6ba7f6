package org.manypaths.profiles;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** The guide as whoever installs its package sees it: the files in it, and a validator that rests on them. */
final class InstalledGuide {

    static final String BASE = "https://w3id.org/manypaths/fhir/";
    static final InstalledGuide GUIDE = load();

    private final SortedMap<String, String> definitions;
    private final SortedMap<String, String> examples;
    private final List<IValidationSupport> known;
    private final FhirValidator validator;

    private InstalledGuide(NpmPackage npm) {
        definitions = jsonIn(npm, "package");
        examples = jsonIn(npm, "example");
        known = List.of(new DefaultProfileValidationSupport(R4.CONTEXT), prePopulated(definitions.values().stream()));
        validator = validator(Stream.empty(), BestPracticeWarningLevel.Ignore);
    }

    private static InstalledGuide load() {
        try (InputStream archive = InstalledGuide.class.getResourceAsStream("/packages/org.manypaths.ihrp.tgz")) {
            return new InstalledGuide(NpmPackage.fromPackage(Objects.requireNonNull(archive, "no package was made")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The definitions, by the name of their file. */
    Map<String, Resource> definitions() {
        return parsed(definitions);
    }

    /** The examples, by the name of their file. */
    Map<String, Resource> examples() {
        return parsed(examples);
    }

    /** What the validator says at the level of a warning or above about the resource, held against the profiles. */
    List<SingleValidationMessage> problems(String json, String... profiles) {
        return problems(validator, json, profiles);
    }

    /** A validator that warns of bad practice too and knows further definitions beside those of the guide. */
    FhirValidator validatorWith(PrePopulatedValidationSupport... further) {
        return validator(Stream.of(further), BestPracticeWarningLevel.Warning);
    }

    static List<SingleValidationMessage> problems(FhirValidator validator, String json, String... profiles) {
        ValidationOptions options = new ValidationOptions();
        Stream.of(profiles).forEach(options::addProfile);
        return validator.validateWithResult(json, options).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.WARNING) >= 0)
                .toList();
    }

    static PrePopulatedValidationSupport prePopulated(Stream<String> resources) {
        PrePopulatedValidationSupport populated = new PrePopulatedValidationSupport(R4.CONTEXT);
        resources.map(InstalledGuide::parse).forEach(populated::addResource);
        return populated;
    }

    static Resource parse(String json) {
        return (Resource) R4.CONTEXT.newJsonParser().parseResource(json);
    }

    private FhirValidator validator(Stream<? extends IValidationSupport> further, BestPracticeWarningLevel level) {
        FhirInstanceValidator rules = new FhirInstanceValidator(chain(Stream.concat(known.stream(), further)));
        rules.setBestPracticeWarningLevel(level);
        rules.setAnyExtensionsAllowed(false);
        rules.setErrorForUnknownProfiles(true);
        return R4.CONTEXT.newValidator().registerValidatorModule(rules);
    }

    /** A chain caches what its links answer, so that no chain may be a link of another. */
    private static ValidationSupportChain chain(Stream<IValidationSupport> links) {
        ValidationSupportChain chain = new ValidationSupportChain(links.toList());
        chain.addValidationSupport(new CommonCodeSystemsTerminologyService(R4.CONTEXT));
        chain.addValidationSupport(new InMemoryTerminologyServerValidationSupport(R4.CONTEXT));
        chain.addValidationSupport(new SnapshotGeneratingValidationSupport(R4.CONTEXT));
        // A concept that has a code of the required value set may have a further code that we do not know.
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        return chain;
    }

    private static SortedMap<String, Resource> parsed(SortedMap<String, String> files) {
        SortedMap<String, Resource> resources = new TreeMap<>();
        files.forEach((name, json) -> resources.put(name, parse(json)));
        return resources;
    }

    private static SortedMap<String, String> jsonIn(NpmPackage npm, String folder) {
        SortedMap<String, String> files = new TreeMap<>();
        Objects.requireNonNull(npm.getFolders().get(folder), folder)
                .getContent()
                .forEach((name, content) -> {
                    if (!name.equals("package.json") && !name.startsWith(".")) {
                        files.put(name, new String(content, StandardCharsets.UTF_8));
                    }
                });
        return files;
    }
}
