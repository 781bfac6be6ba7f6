package org.manypaths.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class StandingTest {

    private final Observation observation = new Observation();

    @Test
    void writesWhatIsRead() {
        assertThat(Standing.write(observation, Optional.of(Standing.SUPERSEDED)))
                .isTrue();
        assertThat(Standing.of(observation)).contains(Standing.SUPERSEDED);
        assertThat(observation.getExtensionString(Standing.URL)).isEqualTo("superseded");
    }

    @Test
    void leavesTheSameStandingAlone() {
        Standing.write(observation, Optional.of(Standing.CURRENT));
        assertThat(Standing.write(observation, Optional.of(Standing.CURRENT))).isFalse();
    }

    @Test
    void takesAwayEveryOther() {
        observation.addExtension(Standing.URL, new CodeType("current"));
        observation.addExtension(Standing.URL, new StringType("superseded"));
        assertThat(Standing.write(observation, Optional.of(Standing.CURRENT))).isTrue();
        assertThat(observation.getExtensionsByUrl(Standing.URL)).hasSize(1);
        assertThat(Standing.write(observation, Optional.empty())).isTrue();
        assertThat(observation.hasExtension()).isFalse();
    }

    @Test
    void replacesOneOfTheWrongType() {
        observation.addExtension(Standing.URL, new StringType("current"));
        assertThat(Standing.write(observation, Optional.of(Standing.CURRENT))).isTrue();
        assertThat(observation.getExtensionByUrl(Standing.URL).getValue()).isInstanceOf(CodeType.class);
    }

    @Test
    void knowsNoStandingButItsOwn() {
        observation.addExtension(Standing.URL, new CodeType("draft"));
        assertThat(Standing.of(observation)).isEmpty();
    }
}
