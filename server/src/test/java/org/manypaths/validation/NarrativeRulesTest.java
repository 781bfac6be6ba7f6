package org.manypaths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.refusal.Issue;

class NarrativeRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>In the person's own words: <b>one day at a time</b></p>",
                "<a href=\"https://example.org/plan?a=1#b\">the plan</a>",
                "<a href=\"mailto:someone@example.org\">write</a>",
                "<a href=\"#goals\">goals</a>",
                "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"a chart\"/>",
                "<p style=\"color: teal\">text</p>",
                "<td style=\"border: 1px #F0F0F0 solid; font-size: 11px; font-family: 'verdana', sans-serif;\">text</td>",
                "<p style=\"background-color: rgb(240, 240, 240)\">text</p>"
            })
    void letsPlainMarkupPass(String markup) {
        assertThat(check(markup)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=\"alert(1)\">text</p>",
                "<p><b><i ONMOUSEOVER=\"alert(1)\">deep</i></b></p>",
                "<a href=\"javascript:alert(1)\">text</a>",
                "<a href=\"java&#9;script:alert(1)\">text</a>",
                "<a href=\" JavaScript:alert(1)\">text</a>",
                "<a href=\"data:text/html,hello\">text</a>",
                "<a href=\"vbscript:x\">text</a>",
                "<img src=\"https://example.org/pixel.png\" alt=\"\"/>",
                "<img src=\"//example.org/pixel.png\" alt=\"\"/>",
                "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\" alt=\"\"/>",
                "<iframe src=\"https://example.org\"></iframe>",
                "<object data=\"x\"></object>",
                "<form action=\"https://example.org\"></form>",
                "<style>p { color: red }</style>",
                "<link href=\"https://example.org/x.css\"/>",
                "<p style=\"background: url(https://example.org/pixel.png)\">text</p>",
                "<p style=\"background-image: image-set('http://example.org/x.png' 1x)\">text</p>",
                "<p style=\"position: fixed; top: 0; z-index: 9999\">text</p>",
                "<p style=\"margin-top: -900px\">text</p>",
                "<p style=\"width: expression(alert(1))\">text</p>",
                "<table background=\"https://example.org/pixel.png\"></table>"
            })
    void findsMarkupThatCouldRunOrFetch(String markup) {
        assertThat(check(markup)).singleElement().satisfies(issue -> {
            assertThat(issue.refuses()).isTrue();
            assertThat(issue.expression()).containsExactly("Patient.text.div");
        });
    }

    private static List<Issue> check(String markup) {
        Patient patient = new Patient();
        patient.getText().setStatus(NarrativeStatus.GENERATED);
        patient.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + markup + "</div>");
        return NarrativeRules.check(patient);
    }
}
