package org.manypaths.handoff.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8785, with vectors reckoned by hand from ECMA-262's rules for numbers and from the order of code units. */
class CanonicalJsonTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "1, 1",
        "-1, -1",
        "1.0, 1",
        "2.50, 2.5",
        "0.30, 0.3",
        "100, 100",
        "1e2, 100",
        "0.1, 0.1",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "0.00000123, 0.00000123",
        "0.000000123, 1.23e-7",
        "123456789012345680000, 123456789012345680000",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "1.5e21, 1.5e+21",
        "999999999999999900000, 999999999999999900000",
        // More digits than a double holds: the nearest double has these.
        "9007199254740993, 9007199254740992",
        "0.1000000000000000055511151231257827, 0.1",
        "3.141592653589793238462643, 3.141592653589793",
        // The smallest subnormal, the smallest normal, the largest; 2^-44, below which doubles lie closer together.
        "4.9e-324, 5e-324",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "5.6843418860808015e-14, 5.684341886080802e-14",
        "2e-3, 0.002",
        "-12.340, -12.34"
    })
    void writesNumbersAsEcmaScriptDoes(String read, String written) {
        assertThat(EcmaNumber.text(new BigDecimal(read))).isEqualTo(written);
    }

    @Test
    void writesNoNumberThatMeansAnotherDouble() {
        Random random = new Random(8785);
        random.longs(2_000)
                .mapToObj(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .forEach(value -> {
                    String text = EcmaNumber.text(new BigDecimal(value));
                    assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0 : value);
                    assertThat(text.length()).isLessThanOrEqualTo(25);
                });
    }

    @Test
    void refusesNumbersBeyondEveryDouble() {
        assertThatThrownBy(() -> EcmaNumber.text(new BigDecimal("1e400"))).isInstanceOf(UncanonicalJsonException.class);
    }

    @Test
    void ordersKeysByCodeUnitsAtEveryDepth() {
        // The clef U+1D11E begins with the unit D834, below U+FB01; by code points it would come last.
        assertThat(canonical(
                        "{\"\\uFB01\":1,\"\\uD834\\uDD1E\":2,\"b\":{\"z\":1,\"a\":2},\"B\":3,\"\":4,\"10\":5,\"9\":6}"))
                .isEqualTo("{\"\":4,\"10\":5,\"9\":6,\"B\":3,\"b\":{\"a\":2,\"z\":1},\"\uD834\uDD1E\":2,\"\uFB01\":1}");
    }

    @Test
    void escapesOnlyWhatItMust() {
        assertThat(canonical("\"\\u0000\\u001F\\b\\t\\n\\f\\r\\\"\\\\\\/\\u007F\\u00e9\\u2028\""))
                .isEqualTo("\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007F\u00e9\u2028\"");
    }

    @Test
    void normalisesNoUnicode() {
        assertThat(canonical("[\"e\\u0301\",\"\\u00e9\"]")).isEqualTo("[\"e\u0301\",\"\u00e9\"]");
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> canonical("\"\\uD834x\"")).isInstanceOf(UncanonicalJsonException.class);
    }

    @Test
    void writesLiteralsAndEmptinessWithoutBlanks() {
        assertThat(canonical(" { \"c\" : [ ] , \"a\" : { } , \"b\" : [ true , null , false ] } "))
                .isEqualTo("{\"a\":{},\"b\":[true,null,false],\"c\":[]}");
    }

    @Test
    void keepsTheOrderOfArrays() {
        assertThat(canonical("[3,1,2]")).isEqualTo("[3,1,2]");
    }

    private static String canonical(String json) {
        try {
            return new String(CanonicalJson.bytes(JSON.readTree(json)), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
