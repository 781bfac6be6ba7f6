package org.manypaths.narrative;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.manypaths.conformance.Canonical;
import org.manypaths.refusal.Blank;

/** Codes in words. */
final class ConceptSpeech {

    /** What SNOMED CT adds to a name to say what kind of thing it is. */
    private static final Pattern SEMANTIC_TAG = Pattern.compile(
            " \\((?:disorder|finding|procedure|regime/therapy|situation|substance|qualifier value|observable entity"
                    + "|person|occupation|event|product|clinical drug|medicinal product|environment|body structure"
                    + "|severity modifier|assessment scale|record artifact)\\)");

    private final OwnLabels labels;
    private final Function<Coding, Optional<String>> ownNames;

    /**
     * Speech about codes.
     *
     * @param ownNames the names of codes of this guide, which need not be sent with them
     */
    ConceptSpeech(OwnLabels labels, Function<Coding, Optional<String>> ownNames) {
        this.labels = labels;
        this.ownNames = ownNames;
    }

    /** What somebody wrote, and beside it what it was coded as here, unless that says the same. */
    Optional<String> of(CodeableConcept concept) {
        Optional<String> written = Optional.ofNullable(concept.getText())
                .filter(text -> !Blank.is(text))
                .map(text -> reworded(text, concept.getCoding()));
        List<Coding> own =
                concept.getCoding().stream().filter(ConceptSpeech::isOurs).toList();
        if (written.isPresent()) {
            String coded = own.isEmpty() ? "" : of(own.get(own.size() - 1));
            return written.map(text -> saysTheSame(text, coded) ? text : text + " (" + coded + ")");
        }
        if (!own.isEmpty()) {
            return Optional.of(own.stream().map(this::of).distinct().collect(Collectors.joining(", ")));
        }
        return concept.getCoding().stream()
                .filter(Coding::hasDisplay)
                .findFirst()
                .or(() -> concept.getCoding().stream().findFirst())
                .map(this::of);
    }

    String of(Coding coding) {
        return labels.find(coding)
                .or(() -> StageSpeech.of(coding))
                .or(() -> Optional.ofNullable(coding.hasDisplay() ? coding.getDisplay() : null))
                .map(name -> SEMANTIC_TAG.matcher(name).replaceAll(""))
                .or(() -> ownNames.apply(coding))
                .orElseGet(() -> coding.hasCode() ? CodeWords.of(coding.getCode()) : "");
    }

    /** Many systems copy the official name into the text. */
    private String reworded(String text, List<Coding> codings) {
        return codings.stream()
                .filter(coding -> coding.hasDisplay() && isCopy(text, coding.getDisplay()))
                .flatMap(coding -> labels.find(coding).stream())
                .findFirst()
                .orElse(text);
    }

    private static boolean isCopy(String text, String display) {
        return text.equalsIgnoreCase(display)
                || text.equalsIgnoreCase(SEMANTIC_TAG.matcher(display).replaceAll(""));
    }

    private static boolean saysTheSame(String text, String coded) {
        return coded.isEmpty() || coded.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isOurs(Coding coding) {
        return coding.hasSystem() && coding.getSystem().startsWith(Canonical.BASE);
    }
}
