package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.narrative.Account.Fact;
import org.manypaths.narrative.Account.Quote;
import org.manypaths.narrative.Telling.Kind;
import org.manypaths.narrative.Telling.Line;

/** Tells a resource by a template. */
final class Teller {

    private final Speech speech;

    Teller(Speech speech) {
        this.speech = speech;
    }

    Account tell(Resource resource, Telling telling) {
        return new Account(
                telling.title(),
                sentences(resource, telling, Kind.ALERT),
                quotes(resource, telling),
                sentences(resource, telling, Kind.SAYS).stream()
                        .map(Teller::asSentence)
                        .toList(),
                facts(resource, telling));
    }

    private static Stream<Line> lines(Resource resource, Telling telling, Kind kind) {
        return telling.lines().stream().filter(line -> line.kind() == kind && line.applies(resource));
    }

    private List<String> sentences(Resource resource, Telling telling, Kind kind) {
        return lines(resource, telling, kind)
                .flatMap(line -> values(line, resource).stream())
                .toList();
    }

    /** Where the same words stand twice, those count that tell who said them. */
    private List<Quote> quotes(Resource resource, Telling telling) {
        Map<String, Quote> quotes = new LinkedHashMap<>();
        lines(resource, telling, Kind.WORDS)
                .flatMap(line -> line.elements(resource).stream())
                .flatMap(element -> quote(element).stream())
                .forEach(quote -> quotes.merge(
                        quote.words(), quote, (first, second) -> first.by().isEmpty() ? second : first));
        return List.copyOf(quotes.values());
    }

    private static String asSentence(String text) {
        String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return Character.isLetterOrDigit(capital.charAt(capital.length() - 1)) ? capital + "." : capital;
    }

    /** Two lines of one name are one fact with the values of both. */
    private List<Fact> facts(Resource resource, Telling telling) {
        List<Fact> facts = new ArrayList<>();
        lines(resource, telling, Kind.FACT).forEach(line -> {
            List<String> values = values(line, resource);
            Optional<Fact> same = facts.stream()
                    .filter(fact -> fact.name().equals(line.name()))
                    .findFirst();
            if (same.isPresent()) {
                same.get().values().addAll(values);
            } else if (!values.isEmpty()) {
                facts.add(new Fact(line.name(), new ArrayList<>(values)));
            }
        });
        return facts;
    }

    private List<String> values(Line line, Resource resource) {
        List<Base> elements = line.elements(resource);
        return line.sentence()
                .map(sentence -> elements.stream()
                        .flatMap(element -> sentence.about(element, speech).stream())
                        .distinct()
                        .toList())
                .orElseGet(() -> speech.all(elements));
    }

    private Optional<Quote> quote(Base element) {
        return speech.of(element).map(words -> new Quote(words, element instanceof Annotation note ? by(note) : ""));
    }

    private String by(Annotation note) {
        List<String> by = new ArrayList<>();
        if (note.hasAuthor()) {
            by.addAll(speech.all(List.of(note.getAuthor())));
        }
        if (note.hasTime()) {
            by.add(DateSpeech.of(note.getTimeElement()));
        }
        return String.join(", ", by);
    }
}
