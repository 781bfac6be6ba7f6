package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Goal;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.RecordFacts.Received;
import org.manypaths.testkit.Fhir;

class MarksTest {

    private static final Stamp STAMP = new Stamp(
            "demo-counselling",
            true,
            EnumSet.of(InformationKind.ALCOHOL_USE, InformationKind.HIV),
            true,
            Optional.of(Received.OTHER_CONSENT),
            Optional.of("c1"),
            true);

    @Test
    void surviveBeingStoredAndRead() {
        Marks marks = Marks.about("p1", STAMP);
        Goal goal = new Goal();
        new Marks(
                        Optional.of(STAMP),
                        Set.of("Patient/p1"),
                        false,
                        List.of(),
                        Optional.of(new StampedMoment(Instant.parse("2026-02-01T10:00:00Z"), STAMP)))
                .write(goal);
        String json = Fhir.CONTEXT.newJsonParser().encodeResourceToString(goal);
        assertThat(Marks.of(Fhir.CONTEXT.newJsonParser().parseResource(Goal.class, json)))
                .as(json)
                .isEqualTo(marks);
    }

    @Test
    void tellAlsoWhenInOneWord() {
        StampedMoment moment = new StampedMoment(Instant.parse("2026-02-01T10:00:00.123Z"), STAMP);
        assertThat(StampedMoment.isOne(moment.text())).isTrue();
        assertThat(StampedMoment.isOne(STAMP.text())).isFalse();
        assertThat(StampedMoment.of(moment.text())).isEqualTo(moment);
    }
}
