package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {

    @Test
    void hasTheWordsOfTheRuleInForce() {
        assertThat(Notice.STATEMENT_1)
                .startsWith("This record which has been disclosed to you is protected by Federal confidentiality rules")
                .contains("in any civil, criminal, administrative, or legislative proceedings")
                .doesNotContain("criminally investigate");
        assertThat(Notice.STATEMENT_2)
                .isEqualTo("42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
    }

    @Test
    void aHeaderListsAsManyAsFit() {
        assertThat(Notice.fitting(List.of("Consent/1", "Consent/2"), ", ")).isEqualTo("Consent/1, Consent/2");
        assertThat(Notice.fitting(Collections.nCopies(500, "Consent/1"), ", "))
                .startsWith("Consent/1, Consent/1")
                .endsWith("Consent/1, and 137 more");
        assertThat(Notice.fitting(List.of("x".repeat(Notice.LONGEST_LIST + 1)), ", "))
                .isEqualTo("and 1 more");
    }
}
