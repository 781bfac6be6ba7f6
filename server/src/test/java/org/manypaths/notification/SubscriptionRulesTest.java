package org.manypaths.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.refusal.Issue;

class SubscriptionRulesTest {

    private static final String ENDPOINT = "https://ehr.example.org/hook";

    @Test
    void acceptsASoundSubscription() {
        Subscription subscription = sound();
        subscription.getChannel().addHeader("Authorization: Bearer abc").setPayload("application/fhir+json");
        assertThat(codes(subscription)).isEmpty();
    }

    @Test
    void refusesOtherChannels() {
        Subscription subscription = sound();
        subscription.getChannel().setType(SubscriptionChannelType.EMAIL);
        assertThat(codes(subscription)).containsExactly("notification/channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/fhir+xml", "text/plain"})
    void refusesOtherPayloads(String payload) {
        Subscription subscription = sound();
        subscription.getChannel().setPayload(payload);
        assertThat(codes(subscription)).containsExactly("notification/payload");
    }

    @Test
    void refusesAnEndpointThatIsNotListed() {
        Subscription subscription = sound();
        subscription.getChannel().setEndpoint(ENDPOINT + "s");
        assertThat(codes(subscription)).containsExactly("notification/endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient?", "Task/1", "Tasks?x=y", "*", "Observation?code=1"})
    void refusesOtherTypes(String criteria) {
        assertThat(codes(sound().setCriteria(criteria))).containsExactly("notification/criteria");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_filter",
                "_count",
                "_text",
                "_content",
                "_include",
                "_revinclude",
                "_sort",
                "_elements",
                "_summary",
                "_has",
                "_security",
                "%5Fcount",
                "_include:iterate"
            })
    void refusesByNameWhatItWouldPassOver(String parameter) {
        Subscription subscription = sound().setCriteria("Task?owner=Organization/1&" + parameter + "=x");
        List<Issue> issues = SubscriptionRules.findings(subscription, List.of(ENDPOINT), criteria -> Optional.empty());
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("notification/criteria");
            assertThat(issue.problem()).contains(parameter.replace("%5F", "_").replace(":iterate", ""));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"_id=1", "_lastUpdated=gt2026-01-01", "_tag=a", "_profile=http://example.org/p"})
    void heedsWhatEveryRecordHas(String criterion) {
        assertThat(codes(sound().setCriteria("Task?" + criterion))).isEmpty();
    }

    @Test
    void refusesAnEndThatHasPassed() {
        Instant noon = Instant.parse("2026-01-12T12:00:00Z");
        assertThat(SubscriptionRules.end(sound(), noon)).isEmpty();
        assertThat(SubscriptionRules.end(sound().setEnd(Date.from(noon.plusSeconds(1))), noon))
                .isEmpty();
        assertThat(SubscriptionRules.end(sound().setEnd(Date.from(noon)), noon))
                .hasValueSatisfying(issue -> assertThat(issue.expression()).containsExactly("Subscription.end"));
    }

    @Test
    void tellsWhyASearchCannotBeMatched() {
        List<Issue> issues =
                SubscriptionRules.findings(sound(), List.of(ENDPOINT), criteria -> Optional.of("Chains are too long."));
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("notification/criteria");
            assertThat(issue.remedy()).contains("Chains are too long.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example.net",
                "content-length: 5",
                "Transfer-Encoding: chunked",
                "Event-Id: 1",
                "Proxy-Authorization: Basic abc",
                "Content-Encoding: gzip",
                "Connection: keep-alive",
                "X: a\r\nY: b",
                "no colon",
                ": x",
                "X: ä"
            })
    void refusesHeadersThatSpeakForTheProtocol(String header) {
        Subscription subscription = sound();
        subscription.getChannel().addHeader(header);
        assertThat(codes(subscription)).containsExactly("notification/header");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        Subscription subscription = new Subscription();
        subscription.getChannel().setType(SubscriptionChannelType.WEBSOCKET);
        assertThat(codes(subscription))
                .containsExactly("notification/channel", "notification/endpoint", "notification/criteria");
    }

    private static Subscription sound() {
        Subscription subscription = new Subscription().setCriteria("Task?owner=Organization/1");
        subscription.getChannel().setType(SubscriptionChannelType.RESTHOOK).setEndpoint(ENDPOINT);
        return subscription;
    }

    private static List<String> codes(Subscription subscription) {
        return SubscriptionRules.findings(subscription, List.of(ENDPOINT), criteria -> Optional.empty()).stream()
                .map(Issue::code)
                .toList();
    }
}
