package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @Test
    void allowsWhatTheLettersSayAndNoMore() {
        Scopes scopes = Scopes.of("system/Observation.rs");

        assertThat(scopes.allows("Observation", Interaction.READ)).isTrue();
        assertThat(scopes.allows("Observation", Interaction.SEARCH)).isTrue();
        assertThat(scopes.allows("Observation", Interaction.UPDATE)).isFalse();
        assertThat(scopes.allows("Patient", Interaction.READ)).isFalse();
    }

    @Test
    void letsTheStarStandForEveryType() {
        assertThat(Scopes.of("system/*.c").allows("Goal", Interaction.CREATE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "patient/Goal.read, patient/Goal.rs",
        "user/Goal.write, user/Goal.cud",
        "system/*.*, system/*.cruds",
    })
    void readsScopesOfVersionOneAsTheirEqualsOfVersionTwo(String first, String second) {
        assertThat(Scopes.of(first)).isEqualTo(Scopes.of(second));
    }

    @Test
    void keepsSearchConstraintsDecoded() {
        Scope scope = Scopes.of("patient/Observation.rs?category=http://x.org/a%7Claboratory&status=final")
                .resources()
                .get(0);

        assertThat(scope.constraints())
                .isEqualTo(List.of(
                        new Scope.Constraint("category", "http://x.org/a|laboratory"),
                        new Scope.Constraint("status", "final")));
    }

    @Test
    void keepsScopesThatSpeakOfNoResourcesApart() {
        assertThat(Scopes.of("openid fhirUser launch/patient").others())
                .containsExactlyInAnyOrder("openid", "fhirUser", "launch/patient");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/Observation.sr",
                "system/Observation.rr",
                "system/Observation.x",
                "system/Observation.",
                "system/Observation",
                "system/observation.r",
                "system/../Patient.r",
                "group/Observation.r",
                "system/Observation.rs?",
                "system/Observation.rs?category",
                "system/Observation.rs?=x",
                "system/Observation.rs?a=%ZZ",
                "system/Observation.rs?subject:Patient.name=x",
                "system/Observation.rs?code:not=x",
                "system/Patient.rs?_has:Condition:patient:code=x",
                "system/Patient.rs?%5Fhas:Condition:patient:code=x",
                "system/Observation.rs?_security=R",
                "system/Observation.rs?_id:not=x",
                "email",
            })
    void refusesWhatIsNoScope(String text) {
        assertThatThrownBy(() -> Scopes.of(text)).isInstanceOf(ScopeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "system/*.cruds, system/Goal.r, true",
        "system/Goal.r system/Goal.s, system/Goal.rs, true",
        "system/Goal.rs, system/Goal.rs?category=a, true",
        "system/Goal.rs?category=a, system/Goal.rs?category=a&status=b, true",
        "system/Goal.r, system/Goal.rs, false",
        "system/Goal.rs, system/*.rs, false",
        "system/Goal.rs?category=a, system/Goal.rs, false",
        "user/*.cruds, system/Goal.r, false",
        "system/*.cruds, openid, false",
        "openid system/*.cruds, openid system/Goal.u, true",
    })
    void coversOnlyWhatIsWithinThem(String held, String wanted, boolean covered) {
        assertThat(Scopes.of(held).cover(Scopes.of(wanted))).isEqualTo(covered);
    }

    @Test
    void writesWhatItReads() {
        String text = "system/Observation.crs?category=a%20%26%20b&status=final";
        assertThat(Scopes.of(text).words()).containsExactly(text);
    }
}
