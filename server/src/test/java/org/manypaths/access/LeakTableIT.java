package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.manypaths.access.Leaks.Target;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.Tokens;

/** The leak table: each way to get at a record, in each situation in which it is not there for the caller. */
@TestInstance(Lifecycle.PER_CLASS)
class LeakTableIT extends ServerIT {

    private static final String UNKNOWN_PATIENT = "0a0a0a0a-0000-4000-8000-000000000001";
    private static final String UNKNOWN_GOAL = "0a0a0a0a-0000-4000-8000-000000000002";

    /** Each is a caller who must not see a person of counselling, and why not. */
    private final Map<String, Target> hidden = new LinkedHashMap<>();

    @BeforeAll
    void peopleOfCounselling() {
        AccessFixtures.organizations(http());
        hidden.put("no consent", person());
        Target expired = person();
        consent(expired, "demo-hospital", "active", "2026-02-01");
        hidden.put("expired", expired);
        Target revoked = person();
        consent(revoked, "demo-hospital", "inactive", "2036-01-09");
        hidden.put("revoked", revoked);
        Target otherOrganization = person();
        consent(otherOrganization, "demo-prescriber", "active", "2036-01-09");
        hidden.put("consent for another organisation", otherOrganization);
        Target otherPatient = person();
        consent(person(), "demo-hospital", "active", "2036-01-09");
        hidden.put("consent of another person", otherPatient);
    }

    Stream<Arguments> table() {
        return Leaks.ways().keySet().stream()
                .flatMap(way -> hidden.keySet().stream().map(situation -> Arguments.of(way, situation)));
    }

    Stream<String> ways() {
        return Leaks.ways().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void answersForHiddenAsForUnknown(String way, String situation) {
        Target target = hidden.getOrDefault(situation, new Target("", "", ""));
        Target unknown = new Target(UNKNOWN_PATIENT, UNKNOWN_GOAL, "U" + PartnerBundle.newNumber());
        String seen = seen(way, http("hospital"), target);
        assertThat(seen).isEqualTo(seen(way, http("hospital"), unknown));
        assertThat(seen).doesNotContain("ihrp-access", "Sleep", "HAPI-1995");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void answersNothingWithoutAToken(String way) {
        Target target = hidden.getOrDefault("no consent", new Target("", "", ""));
        HttpResponse<String> answer = ask(way, withoutToken(), target);
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void answersForHiddenAsForUnknownOutsideTheScopes(String way) {
        Target target = hidden.getOrDefault("no consent", new Target("", "", ""));
        Target unknown = new Target(UNKNOWN_PATIENT, UNKNOWN_GOAL, "U" + PartnerBundle.newNumber());
        Http narrow = withoutToken().with(Tokens.fetch(base(), "hospital", "system/Observation.rs"));
        String seen = seen(way, narrow, target);
        assertThat(seen)
                .isEqualTo(seen(way, narrow, unknown))
                .containsAnyOf("The token does not allow", "request/unknown-operation", "request/not-found");
    }

    private static String seen(String way, Http caller, Target target) {
        return Leaks.seen(ask(way, caller, target), target);
    }

    private static HttpResponse<String> ask(String way, Http caller, Target target) {
        return Objects.requireNonNull(Leaks.ways().get(way)).ask(caller, target);
    }

    private Target person() {
        String family = "N" + PartnerBundle.newNumber();
        String patient = AccessFixtures.store(http("counselling"), "Patient", AccessFixtures.patient(family));
        String goal = AccessFixtures.store(http("counselling"), "Goal", AccessFixtures.goal(patient));
        return new Target(patient, goal, family);
    }

    private void consent(Target target, String recipient, String status, String end) {
        AccessFixtures.store(
                http("counselling"),
                "Consent",
                AccessFixtures.consent(target.patient(), "demo-counselling", List.of(recipient), status)
                        .replace("2036-01-09", end));
    }
}
