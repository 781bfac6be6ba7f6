package org.manypaths.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.persistence.EntityManagerFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.manypaths.security.OpenPaths;
import org.manypaths.timetable.Timetable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail, and its place around the FHIR endpoint. */
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

    /** After the request has its id and its headers, before anything that may refuse it. */
    private static final int POSITION = Ordered.HIGHEST_PRECEDENCE + 5;

    private static final int RUN_BYTES = 6;

    @Bean(destroyMethod = "close")
    TrailDatabase trailDatabase(DataSourceProperties properties) {
        return new TrailDatabase(properties);
    }

    /** @param schema is there when the tables are */
    @Bean(destroyMethod = "close")
    ChainWriter trail(
            TrailDatabase database,
            AuditSettings settings,
            Clock clock,
            UnderWay underWay,
            EntityManagerFactory schema) {
        byte[] run = new byte[RUN_BYTES];
        new SecureRandom().nextBytes(run);
        String name = settings.node() + "-" + HexFormat.of().formatHex(run);
        Chain chain = new Chain(new ChainStore(database.dataSource()), name, settings.anchorEvery());
        return new ChainWriter(chain, clock, settings.patience(), settings.gather(), underWay).start();
    }

    @Bean
    UnderWay underWay() {
        return new UnderWay();
    }

    @Bean
    Persons persons(FhirContext fhirContext) {
        return new Persons(fhirContext);
    }

    @Bean
    ChainCheck chainCheck(JdbcTemplate database, TrailFinder finder) {
        return new ChainCheck(database, finder);
    }

    @Bean
    FilterRegistrationBean<TrailFilter> trailFilter(
            Trail trail, ObjectProvider<OpenPaths> open, FhirContext fhirContext, UnderWay underWay) {
        FilterRegistrationBean<TrailFilter> registration =
                new FilterRegistrationBean<>(new TrailFilter(trail, given(open), fhirContext, underWay));
        registration.setOrder(POSITION);
        registration.addUrlPatterns("/fhir/*");
        return registration;
    }

    @Bean
    AnswerRecord answerRecord(Trail trail, Persons persons) {
        return new AnswerRecord(trail, persons);
    }

    @Bean
    SentRecord sentRecord(Trail trail, Persons persons) {
        return new SentRecord(trail, persons);
    }

    @Bean
    TrailFinder trailFinder(JdbcTemplate database) {
        return new TrailFinder(database);
    }

    @Bean
    Timetable finderTimetable(TrailFinder finder, AuditSettings settings) {
        return new Timetable("trail-finder", Duration.ZERO, settings.followEvery(), finder::tryToCatchUp);
    }

    @Bean
    TrailReader trailReader(JdbcTemplate database, TrailFinder finder) {
        return new TrailReader(database, finder);
    }

    @Bean
    Names names(DaoRegistry daos) {
        return new Names(daos);
    }

    @Bean
    AuditEventProvider auditEventProvider(TrailReader reader, Names names, Clock clock) {
        return new AuditEventProvider(reader, names, clock);
    }

    @Bean
    AccountingProvider accountingProvider(
            TrailReader reader, Names names, Trail trail, Clock clock, FhirContext fhirContext) {
        return new AccountingProvider(new Accounting(reader, names::organization, clock), names, trail, fhirContext);
    }

    @Bean
    SmartInitializingSingleton trailEndpoints(
            RestfulServer server,
            TrailInterceptor interceptor,
            AuditEventProvider events,
            AccountingProvider accounting,
            ChainCheck check) {
        return () -> {
            server.registerInterceptor(interceptor);
            server.registerInterceptor(new AuditStatementInterceptor());
            server.registerProviders(List.of(events, accounting, new TrailCheckProvider(check)));
        };
    }

    @Bean
    TrailInterceptor trailInterceptor(Trail trail, Persons persons, ObjectProvider<OpenPaths> open) {
        return new TrailInterceptor(trail, persons, given(open));
    }

    /** With the storage, so that it meets also what comes by no request. */
    @Bean
    WriteInterceptor writeInterceptor(Trail trail, Persons persons, IInterceptorService storage) {
        WriteInterceptor interceptor = new WriteInterceptor(trail, persons);
        storage.registerInterceptor(interceptor);
        return interceptor;
    }

    @Bean
    SecurityEntries securityEntries(Trail trail) {
        return new SecurityEntries(trail);
    }

    private static OpenPaths given(ObjectProvider<OpenPaths> open) {
        return open.getIfAvailable(() -> new OpenPaths(List.of()));
    }
}
