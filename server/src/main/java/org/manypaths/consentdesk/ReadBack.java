package org.manypaths.consentdesk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.consent.ConsentEnd;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentScope;
import org.manypaths.consent.ConsentState;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.ScopeInWords;

/** What a consent does, read back to the person in plain words: as the server decides by it, not as it was meant. */
final class ReadBack {

    private static final Map<ConsentState, String> STATES = new EnumMap<>(Map.of(
            ConsentState.FALSE, "It was recorded in error and lets nothing go.",
            ConsentState.UNSIGNED, "It is not signed and lets nothing go.",
            ConsentState.DEFICIENT, "Something that the law asks for is missing, so it lets nothing go.",
            ConsentState.REVOKED, "It was taken back and lets nothing go any more.",
            ConsentState.EXPIRED, "It has ended and lets nothing go any more.",
            ConsentState.IN_FORCE, "It is in force."));

    /** What {@code MentalHealthRules} leaves to those who know the person. */
    private static final String NOT_MENTAL_HEALTH =
            "Grief, sleep, appointments, and what the person says in words of their own do not count as mental health by"
                    + " themselves: tell the team which of them to keep back as well.";

    private final UnaryOperator<String> names;
    private final ScopeWords words;
    private final Optional<String> own;

    /**
     * @param names how an organisation is called, by its id
     * @param own what may go in the person's own words, as the consent has them
     */
    ReadBack(UnaryOperator<String> names, Optional<String> own) {
        this.names = names;
        this.words = new ScopeWords(names);
        this.own = own;
    }

    /** @param zone whose days are meant, where the person signed */
    Parameters write(ConsentRecord record, ConsentEnd end, ZoneId zone, Holding holding, Instant now) {
        ConsentState state = ConsentState.at(record, now);
        Parameters answer = new Parameters();
        answer.addParameter().setName("consent").setValue(new Reference("Consent/" + record.id()));
        answer.addParameter().setName("state").setValue(new CodeType(code(state)));
        sentences(record, end, zone, holding, now)
                .forEach(sentence -> answer.addParameter().setName("sentence").setValue(new StringType(sentence)));
        record.missing().stream()
                .sorted()
                .forEach(missing -> answer.addParameter().setName("missing").setValue(new StringType(missing)));
        return answer;
    }

    static String code(ConsentState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<String> sentences(ConsentRecord record, ConsentEnd end, ZoneId zone, Holding holding, Instant now) {
        ConsentState state = ConsentState.at(record, now);
        List<String> sentences = new ArrayList<>();
        sentences.add(STATES.get(state));
        boolean over = record.lifecycle().isOver(now);
        if (!over) {
            sentences.addAll(permits(record, holding));
            sentences.addAll(denials(record, holding));
        }
        sentences.addAll(EndInWords.of(record.lifecycle(), end, zone, state, now));
        sentences.add(
                over
                        ? "What was told before stays told."
                        : "It can be taken back at any time; what was told before stays told.");
        return sentences;
    }

    private List<String> permits(ConsentRecord record, Holding holding) {
        List<ConsentScope> scopes = record.letsOut().stream()
                .filter(scope -> !scope.kinds().isEmpty())
                .toList();
        if (scopes.isEmpty()) {
            return List.of();
        }
        if (holding.received()) {
            return List.of("It came with a document from another organisation, and lets nothing go from here.");
        }
        List<String> sentences = new ArrayList<>();
        String holder = names.apply(holding.holder());
        if (holding.speaksIn(record)) {
            scopes.forEach(scope -> sentences.add(holder + " may tell " + what(scope)));
        }
        Set<String> handed = holding.handedOverFor(record);
        if (!handed.isEmpty()) {
            scopes.forEach(
                    scope -> sentences.add("When " + holder + " hands a plan over for it, " + organizations(handed)
                            + " may tell " + what(scope) + " Whoever asks beside that is not shown anything of it."));
        }
        Set<String> silent = holding.silent(record);
        if (!silent.isEmpty()) {
            sentences.add("Nothing of the records of " + organizations(silent) + " goes by it: it is stored by "
                    + holder + ", and speaks for that one's records alone.");
        }
        // Words are for people: nothing that the server does follows from them.
        own.ifPresent(said -> sentences.add("The words “" + said
                + "” are kept with it, and the machine does not read them: all that is named above goes, also where they"
                + " say less."));
        return sentences;
    }

    private List<String> denials(ConsentRecord record, Holding holding) {
        String whose = holding.alone() ? " of " + names.apply(holding.holder()) : "";
        List<String> sentences = new ArrayList<>();
        for (ConsentScope scope : record.denies()) {
            sentences.add("Records" + whose + " about " + ScopeInWords.kinds(scope.kinds()) + ScopeWords.types(scope)
                    + " do not go to " + words.recipients(scope.recipients()) + ", whatever else is let go.");
        }
        if (record.denies().stream().anyMatch(scope -> scope.kinds().contains(InformationKind.MENTAL_HEALTH))) {
            sentences.add(NOT_MENTAL_HEALTH);
        }
        return sentences;
    }

    private String what(ConsentScope scope) {
        return words.recipients(scope.recipients()) + " what its records say about " + words.what(scope) + ".";
    }

    private String organizations(Set<String> ids) {
        return words.organizations(ids);
    }
}
