package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.consent.Caller;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecipientKind;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Interaction;
import org.manypaths.security.Role;
import org.manypaths.security.Scope;
import org.manypaths.security.Scopes;
import org.manypaths.security.Session;

class ScopeRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/Patient.rs user/Patient.rs?_id=teo",
                "patient/Patient.rs?_id=a user/Patient.rs?_id=b",
                "user/Goal.rs?lifecycle-status=active patient/*.rs user/Patient.rs?_id=teo"
            })
    void aSearchCannotBeOfOnePersonAndOfSomeOthers(String scopes) {
        assertThatThrownBy(() -> ScopeRules.constraints(session(scopes), "Patient", Interaction.SEARCH))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/Patient.rs user/Patient.rs",
                "patient/Patient.rs?_id=a user/Patient.rs",
                "patient/Patient.rs?_id=a user/Patient.rs user/Patient.rs?_id=b",
                "patient/Patient.rs"
            })
    void itIsOfAllWhereOneScopeIs(String scopes) {
        assertThat(ScopeRules.constraints(session(scopes), "Patient", Interaction.SEARCH))
                .isEmpty();
    }

    @Test
    void itIsOfSomeWhereEveryScopeIs() {
        assertThat(ScopeRules.constraints(
                        session("patient/Patient.rs?_id=a user/Patient.rs?_id=a"), "Patient", Interaction.SEARCH))
                .containsExactly(new Scope.Constraint("_id", "a"));
        assertThat(ScopeRules.constraints(
                        session("user/Patient.rs?_id=a user/Patient.rs?_id=b"), "Patient", Interaction.SEARCH))
                .isEqualTo(List.of(new Scope.Constraint("_id", "a,b")));
    }

    private static Session session(String scopes) {
        return new Session(
                "app",
                Role.USER,
                new Caller(
                        "demo-app",
                        RecipientKind.COVERED_ENTITY,
                        Set.of(Purpose.TREATMENT),
                        Set.of(),
                        Optional.empty()),
                Scopes.of(scopes),
                Optional.of("samuel"),
                Optional.of("Practitioner/p"),
                "token");
    }
}
