package org.manypaths.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like nothing is nothing. */
class BlankTest {

    /** White space, no-break spaces, separators, and what has no shape: zero width space, byte order mark. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00A0",
                "\u2007\u202F",
                "\u3000",
                "\u2028\u2029",
                "\u200B",
                "\uFEFF",
                " \u00A0 ",
                "\u3164\uFFA0",
                "\u115F\u1160",
                "\u2800",
                "\u034F\u180E\uFE0F",
                "\uDB40\uDD00",
                "\u0301",
                "\uE000\uFDD0",
                "\uD834\uDD59"
            })
    void isWhatNobodyCanRead(String text) {
        assertThat(Blank.is(text)).isTrue();
    }

    @Test
    void isNothingAtAll() {
        assertThat(Blank.is(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00A0a", "0", ".", "話", "한글", "\u2801", "\u2764\uFE0F", "e\u0301", "\uD83D\uDE42"})
    void isNoWord(String text) {
        assertThat(Blank.is(text)).isFalse();
    }
}
