package org.manypaths.notification;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.manypaths.refusal.Issue;

/** What a Subscription must be for this server to keep what it promises by accepting it. */
final class SubscriptionRules {

    /** What may be subscribed to. */
    static final Set<String> TYPES = Set.of("Task", "CarePlan");

    private static final Set<String> PAYLOADS = Set.of("application/fhir+json", "application/json");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}: ?[\\x20-\\x7e]{1,1000}");

    /** Those that the protocol or this server speaks for itself. */
    private static final Set<String> OUR_HEADERS = Set.of(
            "host",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "transfer-encoding",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "event-id",
            "event-number");

    /** Of the parameters that every type has, those that a record is matched against as it is stored. */
    private static final Set<String> HEEDED = Set.of("_id", "_lastUpdated", "_profile", "_source", "_tag");

    private static final int LONGEST_CRITERIA = 2_000;

    private SubscriptionRules() {}

    /**
     * What stands in the way.
     *
     * @param unmatchable why a search cannot be matched against one record at a time; empty if it can
     */
    static List<Issue> findings(
            Subscription subscription, List<String> endpoints, Function<String, Optional<String>> unmatchable) {
        SubscriptionChannelComponent channel = subscription.getChannel();
        List<Issue> issues = new ArrayList<>();
        if (channel.getType() != SubscriptionChannelType.RESTHOOK) {
            issues.add(
                    NotificationCode.CHANNEL
                            .issue("Only subscriptions by rest-hook are served.")
                            .at("Subscription.channel.type")
                            .remedy(
                                    "Send channel.type rest-hook, or poll: Task?_lastUpdated=gt and the time of your last look."));
        }
        if (channel.hasPayload() && !PAYLOADS.contains(channel.getPayload())) {
            issues.add(NotificationCode.PAYLOAD
                    .issue("Notifications are in JSON or have no body.")
                    .at("Subscription.channel.payload")
                    .remedy("Send application/fhir+json to learn the id of what changed, or leave it out. The record"
                            + " itself is never sent: read it with your own right to it."));
        }
        if (!EndpointRules.isListed(String.valueOf(channel.getEndpoint()), endpoints)) {
            issues.add(NotificationCode.ENDPOINT
                    .issue("Notifications only go to endpoints that the operator of this server has listed.")
                    .at("Subscription.channel.endpoint")
                    .remedy("Ask the operator to list it, or poll."));
        }
        criteria(subscription, unmatchable).ifPresent(issues::add);
        channel.getHeader().forEach(header -> header(header).ifPresent(issues::add));
        return issues;
    }

    /** The type that the criteria ask for. */
    static String type(Subscription subscription) {
        return String.valueOf(subscription.getCriteria()).replaceFirst("\\?.*", "");
    }

    private static Optional<Issue> criteria(Subscription subscription, Function<String, Optional<String>> unmatchable) {
        String criteria = String.valueOf(subscription.getCriteria());
        if (!TYPES.contains(type(subscription)) || criteria.length() > LONGEST_CRITERIA) {
            return Optional.of(NotificationCode.CRITERIA
                    .issue("One can subscribe to Task and CarePlan.")
                    .at("Subscription.criteria")
                    .remedy("Send a search such as Task?owner=Organization/1."));
        }
        List<String> passedOver = parameters(criteria)
                .filter(name -> name.startsWith("_") && !HEEDED.contains(name))
                .distinct()
                .toList();
        if (!passedOver.isEmpty()) {
            return Optional.of(NotificationCode.CRITERIA
                    .issue("Criteria say of which changes to tell, and " + String.join(", ", passedOver)
                            + " would not be heeded in them.")
                    .at("Subscription.criteria")
                    .remedy("Leave it out; the notification tells what changed, and you read it as you need it."));
        }
        return unmatchable.apply(criteria).map(reason -> NotificationCode.CRITERIA
                .issue("This search cannot be matched against a record as it is stored.")
                .at("Subscription.criteria")
                .remedy("Leave out chains, _has and result parameters. " + reason));
    }

    /** The names of the parameters, without what follows them, however they are written. */
    private static Stream<String> parameters(String criteria) {
        return Stream.of(criteria.replaceFirst("[^?]*\\??", "").split("&"))
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .map(name -> decoded(name).replaceFirst("[:.].*", ""));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    /** What stands in the way in time: what has ended already is never told of anything. */
    static Optional<Issue> end(Subscription subscription, Instant now) {
        return subscription.hasEnd() && !subscription.getEnd().toInstant().isAfter(now)
                ? Optional.of(NotificationCode.STATUS
                        .issue("The Subscription has ended before it begins, and nothing would be told.")
                        .remedy("Send an end that is ahead, or none; or the status off.")
                        .at("Subscription.end"))
                : Optional.empty();
    }

    private static Optional<Issue> header(StringType header) {
        String line = String.valueOf(header.getValue());
        String name = line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
        return HEADER.matcher(line).matches() && !OUR_HEADERS.contains(name)
                ? Optional.empty()
                : Optional.of(NotificationCode.HEADER
                        .issue("A header cannot be sent as it is.")
                        .at("Subscription.channel.header")
                        .remedy("Send one line of the form Name: value in ASCII; Host, Content-Type and the like are"
                                + " this server's own."));
    }
}
