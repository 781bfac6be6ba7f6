package org.manypaths.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityRulesTest {

    @Test
    void refuseH2ThatWritesLater() {
        assertThat(DurabilityRules.violations(DatabaseKind.H2, Map.of("WRITE_DELAY", "500")))
                .containsExactly("WRITE_DELAY=500");
    }

    @Test
    void refuseSettingThatNobodyKnows() {
        assertThat(DurabilityRules.violations(DatabaseKind.H2, Map.of())).containsExactly("WRITE_DELAY=unknown");
    }

    @Test
    void acceptH2ThatWritesAtOnce() {
        assertThat(DurabilityRules.violations(DatabaseKind.H2, Map.of("WRITE_DELAY", "0")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
    void acceptPostgresThatWaitsForItsLog(String synchronousCommit) {
        assertThat(DurabilityRules.violations(DatabaseKind.POSTGRESQL, postgres("on", synchronousCommit)))
                .isEmpty();
    }

    @Test
    void refusePostgresThatWaitsForNothing() {
        assertThat(DurabilityRules.violations(DatabaseKind.POSTGRESQL, postgres("off", "off")))
                .containsExactly("fsync=off", "synchronous_commit=off");
    }

    private static Map<String, String> postgres(String fsync, String synchronousCommit) {
        return Map.of("fsync", fsync, "full_page_writes", "on", "synchronous_commit", synchronousCommit);
    }
}
