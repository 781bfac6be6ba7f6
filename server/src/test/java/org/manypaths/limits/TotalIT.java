package org.manypaths.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.Stories;

class TotalIT extends ServerIT {

    @Test
    void saysNoTotalThatNobodyCounted() {
        Stories.store(http());
        Bundle first = page("/Patient/rosa/$everything?_count=5");
        assertThat(first.getEntry()).hasSize(5);
        assertThat(first.hasTotal()).isFalse();
        String next = first.getLink(Bundle.LINK_NEXT).getUrl();
        assertThat(page(next.substring(base().toString().length())).hasTotal()).isFalse();
    }

    @Test
    void saysTheTotalOfWhatWasCounted() {
        Stories.store(http());
        Bundle whole = page("/Patient/rosa/$everything?_count=500");
        assertThat(whole.getTotal()).isEqualTo(whole.getEntry().size());
        assertThat(page("/Observation?patient=rosa&_count=3").getTotal()).isGreaterThan(3);
    }

    private Bundle page(String path) {
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Bundle.class, http().get(path).body());
    }
}
