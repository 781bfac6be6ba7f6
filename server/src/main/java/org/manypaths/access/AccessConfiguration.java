package org.manypaths.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.time.Clock;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.manypaths.address.PublicAddress;
import org.manypaths.consent.RecipientKind;
import org.manypaths.consent.SigningRules;
import org.manypaths.narrative.NarrativeWriter;
import org.manypaths.security.Clients;
import org.manypaths.validation.RecordValidator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/** What decides who sees what, and where it stands in the way of requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, ConsentSettings.class, Agreements.class})
class AccessConfiguration {

    @Bean
    RecordIndex recordIndex(DataSource database, PartitionSettings partitions) {
        return new RecordIndex(new JdbcTemplate(database), partitions);
    }

    @Bean
    LinkIndex linkIndex(DataSource database, FhirContext fhirContext) {
        return new LinkIndex(new JdbcTemplate(database), fhirContext);
    }

    @Bean
    Emergencies emergencies(DataSource database) {
        return new Emergencies(new JdbcTemplate(database));
    }

    @Bean
    SigningRules signingRules(ConsentSettings settings) {
        return settings.rules();
    }

    @Bean
    BirthDates birthDates(DaoRegistry daos) {
        return new BirthDates(daos);
    }

    @Bean
    AccessDecider accessDecider(
            RecordIndex index,
            DaoRegistry daos,
            BirthDates birthDates,
            SigningRules rules,
            Emergencies emergencies,
            Agreements agreements,
            Clock clock) {
        return new AccessDecider(index, new Consents(index, daos, birthDates, rules), emergencies, agreements, clock);
    }

    @Bean
    OriginInterceptor originInterceptor(
            AccessDecider decider,
            RecordIndex index,
            LinkIndex links,
            ReferenceConditions conditions,
            WrittenScopes scopes,
            ScopeMatch match,
            DaoRegistry daos,
            AccessSettings settings,
            Clients clients,
            IInterceptorService interceptors) {
        Predicate<String> programmes =
                organization -> settings.part2Programmes().contains(organization)
                        || clients.all().stream()
                                .anyMatch(client -> client.kind() == RecipientKind.PART2_PROGRAMME
                                        && client.organization().equals(organization));
        OriginInterceptor interceptor = new OriginInterceptor(new RecordOrigin(
                new StampMaker(programmes),
                decider,
                new ReferenceGuard(links.fhirContext(), index, new RecordGuard(index, daos), match),
                conditions,
                scopes));
        interceptors.registerInterceptor(interceptor);
        return interceptor;
    }

    @Bean
    SearchAccess searchAccess(
            RecordIndex index,
            LinkIndex links,
            DaoRegistry daos,
            MatchUrlService matchUrls,
            ISearchParamRegistry parameters,
            AccessSettings settings,
            ObjectProvider<NamedQuery> queries) {
        Narrowing narrowing = new Narrowing(index, settings.peoplePerSearch());
        RecordGuard guard = new RecordGuard(index, daos);
        LinkedCriteria linked = new LinkedCriteria(
                daos, matchUrls, parameters, narrowing, new ReferenceCriteria(parameters, guard), links);
        return new SearchAccess(
                narrowing,
                linked,
                new CountedRecords(linked, guard, links.fhirContext()),
                queries.stream().toList());
    }

    @Bean
    ReferenceConditions referenceConditions(DaoRegistry daos, MatchUrlService matchUrls, LinkIndex links) {
        return new ReferenceConditions(daos, matchUrls, links);
    }

    @Bean
    WriteGuard writeGuard(RecordIndex index, DaoRegistry daos, WrittenScopes scopes, RecordValidator validator) {
        return new WriteGuard(new RecordGuard(index, daos), scopes, validator);
    }

    @Bean
    RequestAccess requestAccess(
            AccessDecider decider,
            DaoRegistry daos,
            WriteGuard writes,
            DataSource database,
            ScopeMatch scopes,
            ObjectProvider<OperationGrant> grants) {
        return new RequestAccess(
                decider,
                writes,
                new ReadAccess(new RecordGuard(decider.index(), daos), scopes),
                new OperationRules(grants.stream().toList()),
                new SearchOwners(new JdbcTemplate(database)));
    }

    @Bean
    RequestAccessInterceptor requestAccessInterceptor(
            AccessDecider decider,
            RequestAccess requests,
            SearchAccess searches,
            WriteGuard writes,
            ReferenceConditions references,
            ScopeMatch scopes) {
        return new RequestAccessInterceptor(
                decider, requests, searches, new TransactionAccess(searches, writes, references), scopes);
    }

    @Bean
    OfferedCriteria offeredCriteria(ISearchParamRegistry parameters) {
        return new OfferedCriteria(parameters);
    }

    @Bean
    SubscribedCriteria subscribedCriteria(
            AccessDecider decider, ISearchParamRegistry parameters, RecordIndex index, DaoRegistry daos) {
        return new SubscribedCriteria(decider, new ReferenceCriteria(parameters, new RecordGuard(index, daos)));
    }

    @Bean
    ScopeMatch scopeMatch(InMemoryResourceMatcher matcher, OfferedCriteria offered) {
        return new ScopeMatch(matcher, offered);
    }

    @Bean
    WrittenScopes writtenScopes(ScopeMatch match, DaoRegistry daos) {
        return new WrittenScopes(match, daos);
    }

    @Bean
    HiddenReferences hiddenReferences(
            RecordIndex index, DaoRegistry daos, NarrativeWriter narratives, PublicAddress address) {
        return new HiddenReferences(new RecordGuard(index, daos), narratives, address::fhirBase);
    }

    @Bean
    RecordReleaser recordReleaser(
            AccessDecider decider, ScopeMatch scopes, HiddenReferences references, DaoRegistry daos) {
        return new RecordReleaser(decider, scopes, references, daos);
    }

    @Bean
    ReferenceCheck referenceCheck(
            AccessDecider decider, LinkIndex links, RecordIndex index, DaoRegistry daos, ScopeMatch match) {
        return new ReferenceCheck(
                decider, new ReferenceGuard(links.fhirContext(), index, new RecordGuard(index, daos), match));
    }

    @Bean
    Explainer explainer(AccessDecider decider, RecordIndex index, DaoRegistry daos, LinkIndex links) {
        return new Explainer(
                decider, new RecordGuard(index, daos), links.fhirContext().getResourceTypes());
    }

    @Bean
    AnswerAccess answerAccess(
            ScopeMatch scopes, HiddenReferences references, LinkIndex links, RecordIndex index, DaoRegistry daos) {
        RecordGuard guard = new RecordGuard(index, daos);
        return new AnswerAccess(
                scopes,
                references,
                new AnswerAccess.BundleRules(new ReferredTo(links, guard, scopes), new Histories(guard, scopes)));
    }

    @Bean
    SmartInitializingSingleton access(
            RestfulServer server,
            RequestAccessInterceptor requests,
            AccessDecider decider,
            AnswerAccess answers,
            SearchAccess searches,
            DaoRegistry daos,
            ScopeMatch scopes) {
        return () -> {
            server.registerInterceptor(
                    new ReferrerInterceptor(decider, new RecordGuard(decider.index(), daos), scopes));
            server.registerInterceptor(requests);
            server.registerInterceptor(new EverythingInterceptor());
            server.registerInterceptor(new AccessStatementInterceptor());
            server.registerInterceptor(new AnswerInterceptor(decider, answers, searches));
        };
    }

    /** After the guide, before the first people. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    ApplicationRunner installAccessParameter(DaoRegistry daos, ISearchParamRegistry registry) {
        AccessParameter parameter = new AccessParameter(daos, registry);
        return arguments -> parameter.install();
    }
}
