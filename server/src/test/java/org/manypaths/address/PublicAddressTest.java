package org.manypaths.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PublicAddressTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void isLoopbackWithThePortInUse() {
        environment.withProperty("server.port", "0").withProperty("local.server.port", "4711");
        assertThat(new PublicAddress(new AddressSettings(null), environment).fhirBase())
                .isEqualTo("http://127.0.0.1:4711/fhir");
    }

    @Test
    void bracketsAnAddressOfVersionSix() {
        environment.withProperty("server.address", "::1").withProperty("local.server.port", "80");
        assertThat(new PublicAddress(new AddressSettings(null), environment).root())
                .isEqualTo("http://[::1]:80");
    }

    @Test
    void isWhatTheOperatorSays() {
        AddressSettings settings = new AddressSettings(URI.create("https://fhir.example.org/paths/"));
        assertThat(new PublicAddress(settings, environment).fhirBase())
                .isEqualTo("https://fhir.example.org/paths/fhir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fhir.example.org", "ftp://fhir.example.org", "https:///x", "https://x.org/?a=b"})
    void refusesWhatIsNoWebAddress(String url) {
        assertThatThrownBy(() -> new AddressSettings(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("manypaths.public-url");
    }
}
