package org.manypaths.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.IParser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ImmunizationRecommendation;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Fhir;

class NarrativeWriterTest {

    private static final Path FACTS = Path.of("src", "test", "resources", "narrative", "facts.txt");

    /** A line of the table: what the narrative of a record by a profile must say. */
    record Row(String profile, String sample, List<String> sentences) {

        @Override
        public String toString() {
            return profile;
        }
    }

    static Stream<Row> rows() {
        return Told.text(FACTS).lines().filter(line -> !line.startsWith("#")).map(line -> {
            List<String> cells =
                    Arrays.stream(line.split(" \\| ", -1)).map(String::strip).toList();
            return new Row(cells.get(0), cells.get(1), cells.subList(2, cells.size()));
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void narrativeNamesTheFactsThatMatter(Row row) {
        Resource sample = Told.sample(row.sample());
        assertThat(sample.getMeta().getProfile()).anyMatch(url -> url.getValue().endsWith("/" + row.profile()));
        assertThat(text(Told.WRITER.account(sample))).containsSubsequence(row.sentences());
    }

    @Test
    void everyProfileHasALineInTheTable() {
        assertThat(rows().map(Row::profile))
                .containsExactlyInAnyOrderElementsOf(Told.profiles().stream()
                        .map(StructureDefinition::getIdPart)
                        .toList());
    }

    @Test
    void whatASubscriptionSendsToProveItselfIsNotTold() {
        Subscription subscription = new Subscription().setCriteria("Task?status=requested");
        subscription.getChannel().setEndpoint("http://127.0.0.1/tasks").addHeader("Authorization: Bearer secret");
        assertThat(text(Told.WRITER.account(subscription)))
                .contains("Task?status=requested")
                .doesNotContain("secret");
    }

    @Test
    void codesOfAConsentAreToldByTheirNames() {
        assertThat(text(Told.WRITER.account(Told.sample("co-5-p1-pass.json"))))
                .contains("Ends: End of treatment", "Told beforehand: Right to revoke")
                .doesNotContain("revocation");
    }

    @Test
    void wordsStandAboveEverythingButTheKindOfRecord() {
        String xhtml = Told.WRITER.write(Told.sample("Observation/rosa-stage-alcohol-day-5"));
        assertThat(xhtml)
                .startsWith("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p><b>Stage of change</b></p><blockquote>")
                .doesNotContain("rosa-", "Observation/");
    }

    @Test
    void everyTypeOfResourceCanBeTold() {
        assertThat(ResourceType.values()).allSatisfy(type -> assertThat(Told.WRITER.write(empty(type)))
                .matches("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p><b>[A-Z].+</b></p>.*</div>"));
    }

    @Test
    void typesWithoutATemplateAreToldElementByElement() {
        ImmunizationRecommendation recommendation = new ImmunizationRecommendation();
        recommendation.setDateElement(new DateTimeType("2026-03-04"));
        recommendation.addRecommendation().addVaccineCode().setText("hepatitis B");
        assertThat(text(Told.WRITER.account(recommendation)))
                .containsSubsequence(
                        "Immunization recommendation", "Date: 4 March 2026", "Recommendation: hepatitis B");
        MeasureReport report = new MeasureReport().setStatus(MeasureReportStatus.COMPLETE);
        assertThat(text(Told.WRITER.account(report))).contains("Status: complete");
    }

    @Test
    void sidesOfAHandoffAreToldByNameOrNotAtAll() {
        Task task = (Task) Told.sample("Task/rosa-handoff");
        task.getOwner().setDisplay(null);
        assertThat(Told.WRITER.account(task).says())
                .containsExactly("Harbour House asks that the care of Rosa Delgado be taken over.");
        task.getRequester().setDisplay(null);
        assertThat(Told.WRITER.account(task).says()).containsExactly("The care of Rosa Delgado is to be taken over.");
        task.getOwner().setDisplay("Riverside Integrative Care");
        assertThat(Told.WRITER.account(task).says())
                .containsExactly("The care of Rosa Delgado is to be taken over by Riverside Integrative Care.");
    }

    @Test
    void whatIsNotSoIsNotTold() {
        MedicationRequest order = (MedicationRequest) Told.sample("MedicationRequest/rosa-buprenorphine");
        order.setReported(new BooleanType(false)).getDispenseRequest().setNumberOfRepeatsAllowed(0);
        assertThat(text(Told.WRITER.account(order)))
                .contains("Handed out: 14 films, lasting 7 days")
                .doesNotContain("Told by somebody else", "again");
        order.setReported(new BooleanType(true)).getDispenseRequest().setNumberOfRepeatsAllowed(1);
        assertThat(text(Told.WRITER.account(order)))
                .contains("Told by somebody else: yes", "lasting 7 days, again 1 time\n");
        order.setReported(new Reference("Organization/1").setDisplay("Harbour House"))
                .getDispenseRequest()
                .setNumberOfRepeatsAllowed(2);
        assertThat(text(Told.WRITER.account(order)))
                .contains("Told by somebody else: Harbour House", "lasting 7 days, again 2 times\n");
    }

    @Test
    void recordEnteredInErrorSaysSoFirst() {
        Observation stage = (Observation) Told.sample("Observation/rosa-stage-alcohol-day-5");
        stage.setStatus(ObservationStatus.ENTEREDINERROR);
        assertThat(Told.WRITER.account(stage).alerts())
                .containsExactly("Entered in error. Do not rely on this record.");
    }

    @Test
    void personsObjectionStandsAboveTheRecord() {
        Condition condition = (Condition) Told.sample("Condition/rosa-trauma");
        Extension amendment = condition.addExtension();
        amendment.setUrl(Canonical.BASE + "/StructureDefinition/ihrp-person-amendment");
        amendment.addExtension("kind", new CodeType("disagreement"));
        amendment.addExtension("text", new StringType("It was not 2023."));
        assertThat(Told.WRITER.account(condition).alerts())
                .containsExactly(
                        "The person has something to say about this record (disagreement): “It was not 2023.”");
    }

    @Test
    void unknownModifierIsNamed() {
        Basic basic = new Basic();
        basic.addModifierExtension(new Extension("https://other.example/reversed", new BooleanType(true)));
        assertThat(Told.WRITER.account(basic).alerts())
                .singleElement()
                .asString()
                .contains("changes the meaning", "https://other.example/reversed");
    }

    @Test
    void componentThatNoTemplateKnowsIsToldByItsOwnName() {
        Observation stage = (Observation) Told.sample("Observation/rosa-stage-alcohol-day-5");
        Observation.ObservationComponentComponent other = stage.addComponent();
        other.getCode().setText("Hours of sleep");
        other.setValue(new IntegerType(4));
        assertThat(text(Told.WRITER.account(stage))).contains("Also: Hours of sleep: 4");
    }

    @Test
    void personWithoutANameIsStillTold() {
        Patient patient = new Patient().setBirthDateElement(new DateType("1981-03-04"));
        assertThat(text(Told.WRITER.account(patient))).contains("Born 4 March 1981.");
    }

    @Test
    void markupInARecordStaysText() {
        Patient patient = new Patient();
        patient.addName().setText("<script>alert(1)</script> & \"Bobby\"");
        assertThat(Told.WRITER.write(patient)).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;");
        assertThat(Told.WRITER.narrative(patient).getDiv().allText()).contains("<script>alert(1)</script>");
    }

    @Test
    void sameRecordIsToldInTheSameWordsAgain() {
        IParser parser = Fhir.CONTEXT.newJsonParser();
        Told.examples().forEach(example -> {
            String once = Told.WRITER.write(example);
            Resource again = (Resource) parser.parseResource(parser.encodeResourceToString(example));
            assertThat(Told.WRITER.write(again)).isEqualTo(once);
        });
    }

    private static Resource empty(ResourceType type) {
        return (Resource) Fhir.CONTEXT.getResourceDefinition(type.name()).newInstance();
    }

    /** The account line by line, values of one fact after each other. */
    private static String text(Account account) {
        StringBuilder text = new StringBuilder(account.title()).append('\n');
        account.alerts().forEach(alert -> text.append(alert).append('\n'));
        account.words()
                .forEach(quote -> text.append(
                        "“" + quote.words() + "”" + (quote.by().isEmpty() ? "" : " (" + quote.by() + ")") + "\n"));
        account.says().forEach(sentence -> text.append(sentence).append('\n'));
        account.facts().forEach(fact -> text.append(fact.name() + ": " + String.join("; ", fact.values()))
                .append('\n'));
        return text.toString();
    }
}
