package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;

/** How much of something, and when. */
final class DosageSpeech {

    private final ConceptSpeech concepts;

    DosageSpeech(ConceptSpeech concepts) {
        this.concepts = concepts;
    }

    /** What the prescriber wrote, where it is there; else put together from its parts. */
    Optional<String> of(Dosage dosage) {
        List<String> said = new ArrayList<>();
        if (dosage.hasText()) {
            said.add(dosage.getText());
        } else {
            dosage.getDoseAndRate()
                    .forEach(dose -> MeasureSpeech.of(dose.getDose()).ifPresent(said::add));
            concepts.of(dosage.getRoute()).ifPresent(said::add);
            of(dosage.getTiming()).ifPresent(said::add);
        }
        if (dosage.getAsNeeded() instanceof BooleanType needed && needed.booleanValue()) {
            said.add("when needed");
        } else if (dosage.getAsNeeded() instanceof CodeableConcept reason) {
            concepts.of(reason).ifPresent(why -> said.add("when needed for " + why));
        }
        if (dosage.hasPatientInstruction()) {
            said.add(dosage.getPatientInstruction());
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
    }

    Optional<String> of(Timing timing) {
        List<String> said = new ArrayList<>();
        timing.getEvent().stream()
                .map((DateTimeType event) -> DateSpeech.of(event))
                .forEach(said::add);
        TimingRepeatComponent repeat = timing.getRepeat();
        if (timing.hasCode()) {
            concepts.of(timing.getCode()).ifPresent(said::add);
        } else {
            FrequencySpeech.of(repeat).ifPresent(said::add);
        }
        if (repeat.getBounds() instanceof Period bounds) {
            DateSpeech.of(bounds).ifPresent(said::add);
        } else if (repeat.hasBounds()) {
            MeasureSpeech.of(repeat.getBounds()).ifPresent(length -> said.add("for " + length));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }
}
