package org.manypaths.operations;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stands around every request, in this order: its id, its headers, its record, and whether we are ready for it. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    private static final String EVERYTHING = "/*";
    private static final String FHIR = "/fhir/*";
    private static final int REQUEST_ID_BYTES = 8;

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        return filter(new RequestIdFilter(randomIds()), 1, EVERYTHING);
    }

    @Bean
    FilterRegistrationBean<ResponseHeadersFilter> responseHeadersFilter() {
        return filter(new ResponseHeadersFilter(), 2, EVERYTHING);
    }

    @Bean
    FilterRegistrationBean<RequestRecordFilter> requestRecordFilter(MeterRegistry metrics) {
        return filter(new RequestRecordFilter(metrics), 3, FHIR);
    }

    @Bean
    FilterRegistrationBean<ReadinessFilter> readinessFilter(ApplicationAvailability availability) {
        return filter(new ReadinessFilter(availability), 4, FHIR);
    }

    @Bean
    SmartInitializingSingleton operationsInterceptors(RestfulServer server) {
        return () -> {
            server.registerInterceptor(new RequestFactsInterceptor());
            server.registerInterceptor(new FailureInterceptor());
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatErrorPages() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(OutcomeErrorValve.class.getName());
            }
        });
    }

    @Bean
    GuideHealthIndicator guideHealthIndicator(DaoRegistry daos) {
        return new GuideHealthIndicator(daos);
    }

    @Bean
    ValueSetsHealthIndicator valueSetsHealthIndicator(JdbcTemplate database) {
        return new ValueSetsHealthIndicator(database);
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int position, String pattern) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + position);
        registration.addUrlPatterns(pattern);
        return registration;
    }

    private static Supplier<String> randomIds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[REQUEST_ID_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}
