package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

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
}
