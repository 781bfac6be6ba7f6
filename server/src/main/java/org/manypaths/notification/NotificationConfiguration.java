package org.manypaths.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import org.manypaths.access.OperationGrant;
import org.manypaths.access.RecordReleaser;
import org.manypaths.access.SubscribedCriteria;
import org.manypaths.address.PublicAddress;
import org.manypaths.audit.SentRecord;
import org.manypaths.security.Clients;
import org.manypaths.security.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;

/** The outbox, what fills it and what empties it. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    SubscriberTable subscriberTable(JdbcTemplate database) {
        return new SubscriberTable(database);
    }

    /** The tables are there when the entity manager is. */
    @Bean
    @DependsOn("entityManagerFactory")
    Outbox outbox(JdbcTemplate database) {
        return new Outbox(database);
    }

    @Bean(destroyMethod = "close")
    HttpPostman postman(NotificationSettings settings, FhirContext fhirContext, PublicAddress address) {
        return new HttpPostman(settings, new Notice(fhirContext, address::fhirBase));
    }

    @Bean
    DeliveryGate deliveryGate(Clients clients, RecordReleaser releaser, SentRecord trail) {
        return new ReleaseGate(clients, releaser, trail);
    }

    /** Whose Subscription it is they see to themselves. */
    @Bean
    OperationGrant lettersGrant() {
        return new OperationGrant("$letters", EnumSet.of(Role.CLIENT, Role.USER, Role.OPERATOR), true)
                .reading("Subscription");
    }

    @Bean
    OperationGrant resendGrant() {
        return new OperationGrant("$resend", EnumSet.of(Role.CLIENT, Role.USER, Role.OPERATOR), true)
                .reading("Subscription")
                .changing(OperationGrant.ITSELF);
    }

    @Bean
    Courier courier(
            SubscriberTable subscribers, Outbox outbox, DeliveryGate gate, HttpPostman postman, Courier.Means means) {
        return new Courier(subscribers, outbox, gate, postman, means);
    }

    @Bean
    Courier.Means means(NotificationSettings settings, Clock clock, DaoRegistry daos) {
        String holder = ProcessHandle.current().pid() + "@" + Integer.toHexString(System.identityHashCode(clock));
        return new Courier.Means(settings, clock, holder, new SubscriptionStandings(daos), step -> {});
    }

    @Bean
    Rounds rounds(
            SubscriberTable subscribers, Outbox outbox, Courier courier, NotificationSettings settings, Clock clock) {
        return new Rounds(subscribers, outbox, courier, settings, clock);
    }

    @Bean
    Timetable timetable(Rounds rounds, NotificationSettings settings) {
        return new Timetable(rounds, settings);
    }

    @Bean
    Matcher notificationMatcher(
            InMemoryResourceMatcher searches, SearchParamMatcher records, ISearchParamRegistry parameters) {
        return new Matcher(searches, records, parameters);
    }

    @Bean
    SubscriptionInterceptor subscriptionInterceptor(
            SubscriberTable subscribers,
            Outbox outbox,
            Matcher matcher,
            SubscribedCriteria criteria,
            NotificationSettings settings,
            Clock clock) {
        return new SubscriptionInterceptor(new Registrar(subscribers, outbox, matcher, criteria, settings, clock));
    }

    @Bean
    SubscriberSights subscriberSights(Clients clients, SubscribedCriteria criteria) {
        return new SubscriberSights(clients, criteria);
    }

    @Bean
    OutboxInterceptor outboxInterceptor(
            SubscriberTable subscribers,
            Outbox outbox,
            Matcher matcher,
            SubscriberSights sights,
            NotificationSettings settings,
            Clock clock) {
        return new OutboxInterceptor(new LetterWriter(subscribers, outbox, matcher, sights, settings, clock));
    }

    @Bean
    SmartInitializingSingleton notifications(
            RestfulServer server,
            IInterceptorService storage,
            SubscriptionInterceptor subscriptions,
            OutboxInterceptor records,
            LettersProvider letters) {
        return () -> {
            storage.registerInterceptor(subscriptions);
            storage.registerInterceptor(records);
            server.registerProvider(letters);
        };
    }

    @Bean
    LettersProvider lettersProvider(
            SubscriberTable subscribers, Outbox outbox, DeliveryGate gate, NotificationSettings settings, Clock clock) {
        return new LettersProvider(subscribers, outbox, gate, settings, clock);
    }

    @Bean
    SmartInitializingSingleton notificationMetrics(MeterRegistry metrics, Outbox outbox) {
        return () -> {
            for (LetterState state : new LetterState[] {LetterState.WAITING, LetterState.DEAD}) {
                String name = "manypaths.notification." + state.name().toLowerCase(Locale.ROOT);
                metrics.gauge(name, outbox, box -> box.count(state));
            }
        };
    }
}
