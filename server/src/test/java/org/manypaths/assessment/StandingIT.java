package org.manypaths.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import ca.uhn.fhir.rest.api.PreferReturnEnum;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandingIT extends StageIT {

    @Nested
    class OneWriteAfterAnother {

        @Test
        void makesTheNewerCurrentAndTheOlderHistory() {
            String person = person();
            Observation first = create(alcohol(person).on("2026-10-01"));
            Observation second = create(alcohol(person).on("2026-11-01"));
            assertStanding(first, Standing.SUPERSEDED, 2);
            assertStanding(second, Standing.CURRENT, 1);
        }

        @Test
        void showsTheStandingInTheAnswerToTheWrite() {
            Observation answered = (Observation) client().create()
                    .resource(alcohol(person()).build())
                    .prefer(PreferReturnEnum.REPRESENTATION)
                    .execute()
                    .getResource();
            assertThat(Standing.of(answered)).contains(Standing.CURRENT);
        }

        @Test
        void leavesTheCurrentAloneWhenAnOlderOneArrivesLate() {
            String person = person();
            Observation newer = create(alcohol(person).on("2026-11-01"));
            Observation older = create(alcohol(person).on("2026-10-01"));
            assertStanding(newer, Standing.CURRENT, 1);
            assertStanding(older, Standing.SUPERSEDED, 1);
        }

        @Test
        void keepsSubstancesDirectionsAndRatersApart() {
            String person = person();
            List<Observation> apart = List.of(
                    create(alcohol(person)),
                    create(aStageOf(person).substance("opioids", "heroin").stage("action")),
                    create(alcohol(person).toward("moderation")),
                    create(alcohol(person).ratedBy("person")),
                    create(alcohol(person()).on("2026-11-06")));
            assertThat(apart).allSatisfy(stage -> assertStanding(stage, Standing.CURRENT, 1));
        }

        @Test
        void followsACorrectedTime() {
            String person = person();
            Observation first = create(alcohol(person).on("2026-10-01"));
            Observation second = create(alcohol(person).on("2026-11-01"));
            Observation corrected = read(second);
            corrected.setEffective(new DateTimeType("2026-09-01"));
            client().update().resource(corrected).execute();
            assertStanding(first, Standing.CURRENT, 3);
            assertStanding(second, Standing.SUPERSEDED, 2);
        }

        @Test
        void makesTheEarlierCurrentAgainWhenTheLaterWasEnteredInError() {
            String person = person();
            Observation first = create(alcohol(person).on("2026-10-01"));
            Observation second = create(alcohol(person).on("2026-11-01"));
            Observation withdrawn = read(second);
            withdrawn.setStatus(ObservationStatus.ENTEREDINERROR);
            client().update().resource(withdrawn).execute();
            assertStanding(first, Standing.CURRENT, 3);
            assertThat(Standing.of(read(second))).isEmpty();
        }

        @Test
        void makesTheEarlierCurrentAgainWhenTheLaterIsDeleted() {
            String person = person();
            Observation first = create(alcohol(person).on("2026-10-01"));
            Observation second = create(alcohol(person).on("2026-11-01"));
            client().delete().resource(second).execute();
            assertStanding(first, Standing.CURRENT, 3);
        }

        @Test
        void bringsBackTheStandingOfADeletedOneThatReturns() {
            String person = person();
            Observation first = create(alcohol(person).on("2026-10-01"));
            Observation second = create(alcohol(person).on("2026-11-01"));
            client().delete().resource(second).execute();
            client().update()
                    .resource(alcohol(person).on("2026-11-01").build())
                    .withId(second.getIdElement().getIdPart())
                    .execute();
            assertThat(Standing.of(read(first))).contains(Standing.SUPERSEDED);
            assertThat(Standing.of(read(second))).contains(Standing.CURRENT);
        }

        @Test
        void movesWithAStageThatWasWrittenAboutTheWrongPerson() {
            String wrong = person();
            String right = person();
            Observation wrongPersonBefore = create(alcohol(wrong).on("2026-10-01"));
            Observation rightPersonBefore = create(alcohol(right).on("2026-10-01"));
            Observation moved = create(alcohol(wrong).on("2026-11-01"));
            Observation corrected = read(moved);
            corrected.setSubject(new Reference(right));
            client().update().resource(corrected).execute();
            assertThat(Standing.of(read(wrongPersonBefore))).contains(Standing.CURRENT);
            assertThat(Standing.of(read(rightPersonBefore))).contains(Standing.SUPERSEDED);
            assertThat(Standing.of(read(moved))).contains(Standing.CURRENT);
        }

        @Test
        void goesFromWhatIsNoStageOfChangeAnyMore() {
            String person = person();
            Observation first = create(alcohol(person).on("2026-10-01"));
            Observation second = create(alcohol(person).on("2026-11-01"));
            Observation recoded = read(second);
            recoded.getMeta().getProfile().clear();
            recoded.getCode().getCodingFirstRep().setCode("substance-use");
            client().update().resource(recoded).execute();
            assertThat(Standing.of(read(first))).contains(Standing.CURRENT);
            assertThat(Standing.of(read(second))).isEmpty();
        }

        @Test
        void writesNoVersionWhenTheSameIsSentAgain() {
            Observation stage = create(alcohol(person()));
            Observation withoutStanding = read(stage);
            withoutStanding.getExtension().clear();
            client().update().resource(withoutStanding).execute();
            assertStanding(stage, Standing.CURRENT, 1);
        }
    }

    @Nested
    class WhatASenderClaims {

        @Test
        void isOverwrittenInACreate() {
            String person = person();
            create(alcohol(person).on("2026-11-01"));
            Observation old = alcohol(person).on("2026-10-01").build();
            old.addExtension(Standing.URL, new CodeType("current"));
            assertStanding(create(old), Standing.SUPERSEDED, 1);
        }

        @Test
        void isOverwrittenInAnUpdate() {
            Observation stage = create(alcohol(person()));
            Observation forged = read(stage);
            forged.getExtensionByUrl(Standing.URL).setValue(new CodeType("superseded"));
            client().update().resource(forged).execute();
            assertStanding(stage, Standing.CURRENT, 1);
        }

        @Test
        void isOverwrittenInAPatch() {
            Observation stage = create(alcohol(person()));
            HttpResponse<String> answer = http().send(
                            http().request("/" + id(stage))
                                    .header("Content-Type", "application/json-patch+json")
                                    .method(
                                            "PATCH",
                                            BodyPublishers.ofString(
                                                    "[{\"op\":\"replace\",\"path\":\"/extension/0/valueCode\",\"value\":\"superseded\"}]")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Standing.of(read(stage))).contains(Standing.CURRENT);
        }

        @Test
        void isTakenFromOtherObservations() {
            Observation other = aStageOf(person()).substance("alcohol").build();
            other.getMeta().getProfile().clear();
            other.getCode().getCodingFirstRep().setCode("substance-use");
            other.addExtension(Standing.URL, new CodeType("current"));
            assertThat(read(create(other)).hasExtension(Standing.URL)).isFalse();
        }
    }
}
