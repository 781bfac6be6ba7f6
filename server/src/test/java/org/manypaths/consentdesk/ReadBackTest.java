package org.manypaths.consentdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.ConsentEnd;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentScope;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.Recipients;

/** What is read to the person is what the server does. */
class ReadBackTest {

    private static final Instant SIGNED = Instant.parse("2026-01-09T17:30:00Z");
    private static final Instant END = Instant.parse("2027-06-02T04:00:00Z");

    @Test
    void namesTheDayOnThePaperWhereThePersonSigned() {
        assertThat(sentences(List.of(about(InformationKind.OPIOID_USE)), List.of()))
                .contains("home may tell hospital what its records say about opioids, for treatment.")
                .contains("It ends on Tuesday 1 June 2027.");
    }

    @Test
    void doesNotSayThatAnythingGoesWhereAllOfItIsKeptBack() {
        assertThat(sentences(
                        List.of(about(InformationKind.MENTAL_HEALTH)), List.of(about(InformationKind.MENTAL_HEALTH))))
                .noneMatch(sentence -> sentence.contains("may tell"))
                .contains("Records about mental health do not go to hospital, whatever else is let go.");
        assertThat(sentences(
                        List.of(),
                        List.of(about(InformationKind.HIV)),
                        new Holding("detox", Set.of(), false, true),
                        SIGNED))
                .contains("Records of detox about HIV do not go to hospital, whatever else is let go.");
    }

    @Test
    void saysOfWhatHasEndedNeitherThatItEndsNorThatItCanBeTakenBack() {
        List<ConsentScope> permits = List.of(about(InformationKind.OPIOID_USE));
        assertThat(sentences(permits, List.of(), SIGNED)).anyMatch(sentence -> sentence.contains("taken back"));
        assertThat(sentences(permits, List.of(), END))
                .contains("It has ended and lets nothing go any more.", "It ended on Tuesday 1 June 2027.")
                .noneMatch(sentence -> sentence.contains("taken back") || sentence.contains("It ends"));
    }

    @Test
    void saysNothingOfWhatWentByAnEndedOneAsIfItWent() {
        assertThat(sentences(List.of(about(InformationKind.OPIOID_USE)), List.of(about(InformationKind.HIV)), END))
                .containsExactly(
                        "It has ended and lets nothing go any more.",
                        "It ended on Tuesday 1 June 2027.",
                        "What was told before stays told.");
    }

    @Test
    void saysThatNothingGoesOfThoseForWhomItsHolderDoesNotSpeak() {
        assertThat(stored(new Holding("detox", Set.of(), false, false)))
                .contains("Nothing of the records of home goes by it: it is stored by detox, and speaks for that one's"
                        + " records alone.")
                .noneMatch(sentence -> sentence.contains("may tell"));
        assertThat(stored(new Holding("detox", Set.of("home"), false, false)))
                .contains("When detox hands a plan over for it, home may tell hospital what its records say about"
                        + " opioids, for treatment. Whoever asks beside that is not shown anything of it.")
                .noneMatch(sentence -> sentence.startsWith("home may tell") || sentence.startsWith("Nothing of"));
        assertThat(stored(new Holding("home", Set.of("home"), false, false)))
                .contains("home may tell hospital what its records say about opioids, for treatment.")
                .noneMatch(sentence -> sentence.startsWith("When home") || sentence.startsWith("Nothing of"));
        assertThat(stored(new Holding("home", Set.of(), true, false)))
                .contains("It came with a document from another organisation, and lets nothing go from here.")
                .noneMatch(sentence -> sentence.contains("may tell"));
    }

    @Test
    void saysThatNoMachineReadsTheWordsOfThePerson() {
        assertThat(sentences(
                        List.of(about(InformationKind.OPIOID_USE)),
                        List.of(),
                        new Holding("home", Set.of(), false, false),
                        SIGNED,
                        Optional.of("Only my medicines.")))
                .contains(
                        "The words “Only my medicines.” are kept with it, and the machine does not read them: all that"
                                + " is named above goes, also where they say less.");
    }

    private static List<String> stored(Holding holding) {
        return sentences(List.of(about(InformationKind.OPIOID_USE)), List.of(), holding, SIGNED);
    }

    private static ConsentScope about(InformationKind kind) {
        return new ConsentScope(
                Set.of(kind),
                Set.of(Purpose.TREATMENT),
                new Recipients.Named(Set.of("hospital")),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> sentences(List<ConsentScope> permits, List<ConsentScope> denies) {
        return sentences(permits, denies, SIGNED);
    }

    private static List<String> sentences(List<ConsentScope> permits, List<ConsentScope> denies, Instant now) {
        return sentences(permits, denies, new Holding("home", Set.of(), false, false), now);
    }

    private static List<String> sentences(
            List<ConsentScope> permits, List<ConsentScope> denies, Holding holding, Instant now) {
        return sentences(permits, denies, holding, now, Optional.empty());
    }

    private static List<String> sentences(
            List<ConsentScope> permits,
            List<ConsentScope> denies,
            Holding holding,
            Instant now,
            Optional<String> words) {
        ConsentRecord consent = new ConsentRecord(
                "c",
                "rosa",
                Set.of("home"),
                new ConsentRecord.Lifecycle(
                        Optional.of(SIGNED), Optional.of(END), Optional.empty(), Optional.empty(), false),
                Set.of(),
                permits,
                denies,
                Set.of());
        return new ReadBack(name -> name, words)
                        .write(consent, ConsentEnd.of(new Consent()), ZoneId.of("America/New_York"), holding, now)
                        .getParameter()
                        .stream()
                        .filter(part -> part.getName().equals("sentence"))
                        .map(part -> ((Type) part.getValue()).primitiveValue())
                        .toList();
    }
}
