package org.manypaths.consentdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.InformationLabels;
import org.manypaths.consent.Purposes;
import org.manypaths.refusal.Issue;

/** What no consent could mean is refused by its name, and what is missing with how to say it. */
class FormRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void offersTheCodesThatTheDecisionUnderstands() {
        assertThat(Codes.PURPOSE.all())
                .allMatch(code -> Purposes.of(code).isPresent())
                .doesNotHaveDuplicates();
        assertThat(Codes.LABEL.all())
                .allMatch(
                        code -> !InformationLabels.spokenOf(List.of(new Coding(InformationLabels.ACT_CODE, code, null)))
                                .isEmpty())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "purpose,TREATMENT,TREAT",
        "label,SUDS,OPIOIDUD",
        "keep-back,psy,PSY",
        "told,revoked,revocation",
        "ends-with,never,end-of-treatment",
        "representative-basis,mother,parent"
    })
    void namesACodeThatThereIsNotAndThoseThatThereAre(String parameter, String code, String known) {
        List<Issue> problems = problems(with(parameter, code));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).problem()).contains(code);
        assertThat(problems.get(0).remedy()).contains(parameter, known);
        assertThat(problems.get(0).expression())
                .containsExactly("Parameters.parameter.where(name = '" + parameter + "')");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T05:00:00Z,still to come",
        "2026-03-01T12:00:01Z,still to come",
        "2026-03-03,still to come",
        "2026-03,names no day",
        "2026,names no day"
    })
    void takesNoSignatureThatIsStillToCome(String signed, String words) {
        List<Issue> problems = problems(form(Optional.of(new DateTimeType(signed)), Optional.empty()));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).problem()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T12:00:00Z", "2026-03-01", "2026-03-02", "2025-12-31"})
    void takesOneOfTodayWhereverThatHasBegun(String signed) {
        assertThat(problems(form(Optional.of(new DateTimeType(signed)), Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28,true", "2026-03-01,false", "2026-03-01T12:00:00Z,true", "2027,false", "2025,true"})
    void takesNoEndThatIsOver(String ends, boolean refused) {
        assertThat(problems(form(
                        Optional.of(new DateTimeType("2026-01-09T12:30:00Z")), Optional.of(new DateTimeType(ends)))))
                .hasSize(refused ? 1 : 0);
    }

    /** The rules of consent name what is missing; should they name it otherwise, the parameter is lost here. */
    @Test
    void saysByWhichParameterEachThingIsSaid() {
        ConsentForm empty = form(Optional.empty(), Optional.empty());
        assertThat(ConsentReader.read(draft(empty)).missing())
                .hasSizeGreaterThan(5)
                .allSatisfy(element -> {
                    Issue issue = Missing.issue(element);
                    assertThat(issue.expression()).as(element).hasSize(1);
                    assertThat(issue.remedy()).contains("Say ");
                });
        ConsentForm allCare = new ConsentForm(
                List.of(),
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of("TREAT", "HPAYMT", "HOPERAT"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(ConsentReader.read(draft(allCare)).missing())
                .hasSizeGreaterThan(4)
                .allSatisfy(element -> assertThat(Missing.issue(element).expression())
                        .as(element)
                        .hasSize(1));
    }

    private static List<Issue> problems(ConsentForm form) {
        return FormRules.problems(form, draft(form), NOW);
    }

    private static Consent draft(ConsentForm form) {
        return ConsentDraft.write(form, "rosa", "home");
    }

    private static ConsentForm with(String parameter, String code) {
        return new ConsentForm(
                List.of(),
                List.of(),
                false,
                only("label", parameter, code),
                only("keep-back", parameter, code),
                only("purpose", parameter, code),
                Optional.empty(),
                only("ends-with", parameter, code).stream().findFirst(),
                Optional.empty(),
                Optional.empty(),
                only("told", parameter, code),
                List.of(),
                only("representative-basis", parameter, code).stream().findFirst(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> only(String wanted, String parameter, String code) {
        return wanted.equals(parameter) ? List.of(code) : List.of();
    }

    private static ConsentForm form(Optional<DateTimeType> signed, Optional<DateTimeType> ends) {
        return new ConsentForm(
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                ends,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                signed,
                Optional.empty());
    }
}
