package org.manypaths.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class StandingKeeperTest {

    private final StageStore store = mock();
    private final PersonLock lock = mock();
    private final StandingKeeper keeper =
            new StandingKeeper(store, lock, () -> new StageReader(new SubstanceClasses(new CodeSystem())));

    @Test
    void asksTheDatabaseNothingAboutOtherObservations() {
        Observation bloodPressure = new Observation().setSubject(new Reference("Patient/1"));
        bloodPressure.getCode().addCoding().setSystem("http://loinc.org").setCode("85354-9");
        TransactionDetails transaction = new TransactionDetails();

        keeper.prepare(bloodPressure, Optional.of(bloodPressure.copy()), transaction);
        keeper.settle(Stream.of(bloodPressure), new SystemRequestDetails(), transaction);

        verifyNoInteractions(store, lock);
    }

    @Test
    void takesAStandingFromAnObservationThatCannotHaveOne() {
        Observation forged = new Observation();
        forged.addExtension(Standing.URL, new CodeType("current"));
        keeper.prepare(forged, Optional.empty(), new TransactionDetails());
        assertThat(forged.hasExtension()).isFalse();
    }

    @Test
    void judgesWhatIsSentTogetherBeforeThePersonIsStored() {
        Observation later = aStageOf("urn:uuid:p")
                .substance("alcohol")
                .stage("action")
                .on("2026-11-05")
                .build();
        Observation earlier = aStageOf("urn:uuid:p")
                .substance("alcohol")
                .stage("preparation")
                .on("2026-10-05")
                .build();
        TransactionDetails transaction = new TransactionDetails();

        keeper.prepare(later, Optional.empty(), transaction);
        keeper.prepare(earlier, Optional.empty(), transaction);

        assertThat(Standing.of(later)).contains(Standing.CURRENT);
        assertThat(Standing.of(earlier)).contains(Standing.SUPERSEDED);
        verifyNoInteractions(store);
    }
}
