package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void surviveBeingStoredAndRead() {
        Marks marks = new Marks(
                Optional.of(new Stamp(
                        "demo-counselling",
                        true,
                        EnumSet.of(InformationKind.ALCOHOL_USE, InformationKind.HIV),
                        true,
                        Optional.of(Received.OTHER_CONSENT),
                        Optional.of("c1"))),
                Set.of("Patient/p1"),
                false,
                List.of());
        Goal goal = new Goal();
        marks.write(goal);
        String json = Fhir.CONTEXT.newJsonParser().encodeResourceToString(goal);
        assertThat(Marks.of(Fhir.CONTEXT.newJsonParser().parseResource(Goal.class, json)))
                .as(json)
                .isEqualTo(marks);
    }
}
