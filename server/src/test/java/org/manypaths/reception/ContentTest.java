package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Condition;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;

class ContentTest {

    private final Content content = new Content(Fhir.CONTEXT);

    @Test
    void countsANarrativeThatTellsMoreThanTheRest() {
        assertThat(digest("additional", "Dose 40 mg")).isNotEqualTo(digest("additional", "Dose 10 mg"));
        assertThat(digest("generated", "Dose 40 mg")).isEqualTo(digest("generated", "Dose 10 mg"));
        assertThat(Content.differences(condition("additional", "Dose 10 mg"), condition("additional", "Dose 40 mg")))
                .containsExactly("Condition.text");
    }

    /** Stored and read again it is the same. */
    @Test
    void readsANarrativeAgainAsItWas() {
        Condition arrived = condition("additional", "&lt;10&nbsp;mg &amp; <b>no</b> more &#8211;\\n twice  <br/>");
        String stored = Fhir.CONTEXT.newJsonParser().encodeResourceToString(arrived);
        Condition held = Fhir.CONTEXT.newJsonParser().parseResource(Condition.class, stored);
        assertThat(content.digest(held)).isEqualTo(content.digest(arrived));
    }

    @Test
    void tellsOfALabelByWhichItIsGuardedMore() {
        Condition here = condition("generated", "x");
        here.getMeta().addSecurity("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", null);
        Condition arrived = condition("generated", "x");
        arrived.getMeta().addSecurity("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "N", null);
        assertThat(Content.differences(here, arrived)).isEmpty();
        arrived.getMeta().addSecurity("http://terminology.hl7.org/CodeSystem/v3-ActCode", "HIV", null);
        assertThat(Labels.raised(here, arrived))
                .extracting(label -> label.getCode())
                .containsExactly("HIV");
        assertThat(Content.differences(here, arrived)).containsExactly("Condition.meta.security");
    }

    private String digest(String status, String words) {
        return content.digest(condition(status, words));
    }

    private static Condition condition(String status, String words) {
        return Fhir.CONTEXT.newJsonParser().parseResource(Condition.class, """
                {"resourceType":"Condition","code":{"text":"Pain"},"text":{"status":"%s",
                 "div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">%s</div>"}}""".formatted(status, words));
    }
}
