package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.consent.Caller;
import org.manypaths.consent.InformationLabels;
import org.manypaths.consent.RecipientKind;
import org.manypaths.consent.RecordFacts.Received;
import org.manypaths.security.Role;
import org.manypaths.security.Scopes;
import org.manypaths.security.Session;

/** Whose records a consent keeps back is told by who filed it. */
class StampMakerTest {

    private final StampMaker stamps = new StampMaker(organization -> false);

    @ParameterizedTest
    @CsvSource({"CLIENT,true", "USER,true", "PERSON,false", "OPERATOR,false"})
    void marksWhatAnOrganisationFiledAsForItsOwnRecordsAlone(Role role, boolean alone) {
        assertThat(make(new Consent(), Optional.empty(), Optional.of(role))).isEqualTo(alone);
        assertThat(make(new Goal(), Optional.empty(), Optional.of(role))).isFalse();
    }

    @Test
    void keepsTheMarkWhoeverWritesNext() {
        Resource theirs = stored(Role.PERSON);
        assertThat(make(new Consent(), Optional.of(theirs), Optional.of(Role.CLIENT)))
                .isFalse();
        Resource filed = stored(Role.CLIENT);
        assertThat(make(new Consent(), Optional.of(filed), Optional.of(Role.OPERATOR)))
                .isTrue();
        assertThat(make(new Consent(), Optional.of(filed), Optional.empty())).isTrue();
    }

    @Test
    void marksWhatCameWithADocumentAsForItsReceiversRecordsAlone() {
        Consent received = new Consent();
        Origin.state(received, "home");
        Origin.receivedUnder(received, Received.OTHER_CONSENT);
        assertThat(make(received, Optional.empty(), Optional.empty())).isTrue();
        Consent written = new Consent();
        Origin.state(written, "home");
        assertThat(make(written, Optional.empty(), Optional.empty())).isFalse();
    }

    @Test
    void takesForARecordOfAProgrammeWhatCameFromOneOrIsRaisedToOne() {
        Goal goal = new Goal();
        assertThat(isPart2(goal, Optional.empty())).isFalse();
        Goal stored = new Goal();
        stamps.make(stored, Optional.empty(), Optional.of(session(Role.CLIENT)), Set.of())
                .write(stored);
        goal.getMeta().addSecurity(InformationLabels.ACT_CODE, "SUD", null);
        assertThat(isPart2(goal, Optional.of(stored)))
                .as("what it tells says nothing of where it is from")
                .isFalse();
        goal.getMeta().addSecurity(InformationLabels.ACT_CODE, InformationLabels.PART2, null);
        assertThat(isPart2(goal, Optional.empty())).isTrue();
        assertThat(isPart2(goal, Optional.of(stored))).isTrue();
    }

    private boolean isPart2(Resource resource, Optional<Resource> previous) {
        return stamps.make(resource, previous, Optional.of(session(Role.CLIENT)), Set.of())
                .stamp()
                .orElseThrow()
                .part2();
    }

    private Resource stored(Role role) {
        Consent consent = new Consent();
        stamps.make(consent, Optional.empty(), Optional.of(session(role)), Set.of())
                .write(consent);
        return consent;
    }

    private boolean make(Resource resource, Optional<Resource> previous, Optional<Role> role) {
        return stamps.make(resource, previous, role.map(StampMakerTest::session), Set.of())
                .stamp()
                .orElseThrow()
                .forHolderAlone();
    }

    private static Session session(Role role) {
        Caller caller = new Caller("home", RecipientKind.COVERED_ENTITY, Set.of(), Set.of(), Optional.empty());
        return new Session(
                "client", role, caller, new Scopes(List.of(), Set.of()), Optional.empty(), Optional.empty(), "t");
    }
}
