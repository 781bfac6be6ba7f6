package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;

/** What matters to the person, what they set right in the record, and how to reach them without harm. */
final class PreferencesSection implements Section {

    private static final String BASE = Canonical.BASE + "/StructureDefinition/";
    private static final String LOINC = "http://loinc.org";
    private static final String TREATMENT_PREFERENCE = "75773-2";

    @Override
    public SectionCode code() {
        return SectionCode.PREFERENCES;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        Patient person = chart.letter().person();
        String name = Words.name(person.getName());
        List<Observation> told =
                chart.observations(observation -> observation.getCode().hasCoding(Chart.OBSERVATION, "what-matters")
                        || observation.getCode().hasCoding(LOINC, TREATMENT_PREFERENCE));
        told.forEach(preference -> draft.quote(Words.value(preference.getValue()), name));
        if (told.isEmpty()) {
            draft.say("What matters to the person is not told here. Ask.");
        }
        languages(person, draft);
        contact(person, draft);
        amendments(chart, draft);
        draft.entries(told).entry(person);
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    private static void languages(Patient person, SectionContent.Draft draft) {
        String languages = Words.joined(
                ", ",
                person.getCommunication().stream()
                        .map(spoken ->
                                Words.concept(spoken.getLanguage()) + (spoken.getPreferred() ? " (preferred)" : "")));
        if (!languages.isEmpty()) {
            draft.say("Languages: " + languages + ".");
        }
    }

    private static void contact(Patient person, SectionContent.Draft draft) {
        List<Extension> rules = person.getExtensionsByUrl(BASE + "ihrp-safe-contact");
        for (Extension rule : rules) {
            List<Block.Fact> facts = new ArrayList<>();
            GoalsSection.add(facts, "Reach at", part(rule, "contact"));
            GoalsSection.add(facts, "A message may be left", part(rule, "voicemail"));
            GoalsSection.add(facts, "Call under the name", part(rule, "callerName"));
            GoalsSection.add(facts, "When", part(rule, "times"));
            draft.facts("Safe contact", facts);
        }
        if (rules.isEmpty()) {
            draft.say("No rules of safe contact are told here. Leave no message and name no place of care until the "
                    + "person says that it is safe.");
        }
    }

    private static String part(Extension rule, String part) {
        return Optional.ofNullable(rule.getExtensionByUrl(part))
                .map(Extension::getValue)
                .map(value -> value instanceof ContactPoint contact ? contact.getValue() : Words.value(value))
                .orElse("");
    }

    /** Whatever record it concerns, the person's own word on it travels along, and says what it is about. */
    private static void amendments(Chart chart, SectionContent.Draft draft) {
        chart.all(Resource.class)
                .filter(DomainResource.class::isInstance)
                .map(DomainResource.class::cast)
                .forEach(record -> record.getExtensionsByUrl(BASE + "ihrp-person-amendment")
                        .forEach(amendment -> draft.quote(part(amendment, "text"), who(amendment))
                                .say("About: " + AboutWords.of(record, chart) + ".")
                                .entry(record)));
    }

    private static String who(Extension amendment) {
        return Words.joined(", ", Stream.of("the person’s " + part(amendment, "kind"), part(amendment, "date")));
    }
}
