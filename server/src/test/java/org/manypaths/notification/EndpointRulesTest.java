package org.manypaths.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRulesTest {

    private static final List<String> LISTED =
            List.of("https://ehr.example.org/hooks/", "https://ehr.example.org/one", "http://127.0.0.1:9000/hook");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.example.org/hooks/",
                "https://ehr.example.org/hooks/a/b",
                "https://EHR.example.org:443/hooks/a",
                "https://ehr.example.org/one",
                "http://127.0.0.1:9000/hook"
            })
    void letsThroughWhatIsListed(String endpoint) {
        assertThat(EndpointRules.isListed(endpoint, LISTED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "https://ehr.example.org/hooks",
                "https://ehr.example.org/hooksx",
                "https://ehr.example.org/hooks/../admin",
                "https://ehr.example.org/hooks/..",
                "https://ehr.example.org/hooks/%2e%2e/admin",
                "https://ehr.example.org/hooks/%2E%2e/admin",
                "https://ehr.example.org/hooks/..%2fadmin",
                "https://ehr.example.org/hooks//admin",
                "https://ehr.example.org/hooks/..;/admin",
                "https://ehr.example.org/hooks/a;b=c",
                "https://ehr.example.org/hooks/a%3Bb",
                "https://ehr.example.org/hooks/%252e%252e/admin",
                "https://ehr.example.org/hooks/a?x=1",
                "https://ehr.example.org/hooks/a#x",
                "https://me:secret@ehr.example.org/hooks/a",
                "https://ehr.example.org@evil.example.net/hooks/a",
                "https://ehr.example.org.evil.example.net/hooks/a",
                "https://ehr.example.org:8443/hooks/a",
                "http://ehr.example.org/hooks/a",
                "https://ehr.example.org/one/more",
                "http://127.0.0.1:9000/hook/more",
                "http://127.0.0.1:9001/hook",
                "http://localhost:9000/hook",
                "ftp://ehr.example.org/hooks/a",
                "channel:hooks"
            })
    void refusesWhatIsNot(String endpoint) {
        assertThat(EndpointRules.isListed(endpoint, LISTED)).isFalse();
    }

    @Test
    void listsNothingByItself() {
        assertThat(EndpointRules.isListed("https://ehr.example.org/hooks/a", List.of()))
                .isFalse();
    }

    @Test
    void knowsWhatIsNamedExactly() {
        assertThat(EndpointRules.isNamedExactly("http://127.0.0.1:9000/hook", LISTED))
                .isTrue();
        assertThat(EndpointRules.isNamedExactly("https://ehr.example.org/hooks/a", LISTED))
                .isFalse();
    }

    @Test
    void refusesAnEntryThatIsNoAddress() {
        assertThatThrownBy(() -> EndpointRules.requireUsable("*.example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("manypaths.notification.endpoints")
                .hasMessageContaining("*.example.org");
    }
}
