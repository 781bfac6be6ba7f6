package org.manypaths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {

    @ParameterizedTest
    @CsvSource({
        "http://loinc.org,72110-0",
        "http://loinc.org,8302-2",
        "http://loinc.org,LA34479-8",
        "http://loinc.org,LL1234-5",
        "http://snomed.info/sct,1336192000",
        "http://snomed.info/sct,460831000124102",
        "http://www.nlm.nih.gov/research/umls/rxnorm,1819",
        "http://example.org/codes,anything at all"
    })
    void letsCodesPassThatCanExist(String system, String code) {
        assertThat(CheckDigits.possible(system, code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://loinc.org,99999-0",
        "http://loinc.org,99999-11",
        "http://loinc.org,72110-1",
        "http://loinc.org,alcohol",
        "http://snomed.info/sct,1336192001",
        "http://snomed.info/sct,12345",
        "http://snomed.info/sct,0336192000",
        "http://www.nlm.nih.gov/research/umls/rxnorm,buprenorphine"
    })
    void findsCodesThatCannotExist(String system, String code) {
        assertThat(CheckDigits.possible(system, code)).isFalse();
    }
}
