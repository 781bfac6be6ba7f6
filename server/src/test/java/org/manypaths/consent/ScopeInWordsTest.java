package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeInWordsTest {

    @ParameterizedTest
    @CsvSource({"'',''", "a,a", "a b,a and b", "a b c,'a, b and c'"})
    void joinsAsPeopleDo(String words, String sentence) {
        Stream<String> all = words.isEmpty() ? Stream.empty() : Stream.of(words.split(" "));
        assertThat(ScopeInWords.joined(all)).isEqualTo(sentence);
    }

    @Test
    void namesKindsInTheirOrderAndAllOfThemAsAnything() {
        assertThat(ScopeInWords.kinds(Set.of(InformationKind.MENTAL_HEALTH, InformationKind.SUBSTANCE_USE)))
                .isEqualTo("substance use and mental health");
        assertThat(ScopeInWords.kinds(List.of(InformationKind.values()))).isEqualTo("anything");
    }

    @Test
    void namesPurposes() {
        assertThat(ScopeInWords.purposes(Set.of(Purpose.OPERATIONS, Purpose.TREATMENT, Purpose.PAYMENT)))
                .isEqualTo("treatment, payment and running the place of care");
    }
}
