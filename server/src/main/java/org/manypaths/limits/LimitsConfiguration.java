package org.manypaths.limits;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.rest.server.RestfulServer;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.manypaths.refusal.OutcomeWriter;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.OAuthErrors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The limits in front of the FHIR endpoint and inside its storage. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    /** After the request has its id and its headers, and its sender is known. */
    private static final int POSITION = Ordered.HIGHEST_PRECEDENCE + 7;

    /** After the session is known. */
    private static final int FAIR_USE = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    FilterRegistrationBean<RequestSizeFilter> requestSizeFilter(LimitSettings limits, FhirContext fhirContext) {
        FilterRegistrationBean<RequestSizeFilter> registration =
                new FilterRegistrationBean<>(new RequestSizeFilter(limits, fhirContext));
        registration.setOrder(POSITION);
        registration.addUrlPatterns("/fhir/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<FairUseFilter> fairUseFilter(FairUseSettings settings, FhirContext fhirContext) {
        FairShares shares = new FairShares(settings, TimeMeter.SYSTEM_NANOTIME);
        FilterRegistrationBean<FairUseFilter> registration = new FilterRegistrationBean<>(
                new FairUseFilter(shares, (response, refusal) -> OutcomeWriter.write(response, fhirContext, refusal)));
        registration.setOrder(FAIR_USE);
        registration.addUrlPatterns("/fhir/*");
        return registration;
    }

    /** Nobody has shown who they are before they have a token: here an address has the share of a client. */
    @Bean
    FilterRegistrationBean<FairUseFilter> fairSignInFilter(FairUseSettings settings) {
        FairShares shares = new FairShares(settings, TimeMeter.SYSTEM_NANOTIME);
        FilterRegistrationBean<FairUseFilter> registration =
                new FilterRegistrationBean<>(new FairUseFilter(shares, LimitsConfiguration::asOAuthError));
        registration.setName("fairSignInFilter");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 9);
        registration.addUrlPatterns("/oauth2/*", "/sign-in", "/launch");
        return registration;
    }

    static void asOAuthError(HttpServletResponse response, Refusal refusal) throws IOException {
        OAuthErrors.write(
                response,
                refusal.getStatusCode(),
                "temporarily_unavailable",
                refusal.issues().stream()
                        .map(issue -> issue.problem() + " " + issue.remedy())
                        .collect(Collectors.joining(" ")));
    }

    @Bean
    SmartInitializingSingleton limits(LimitSettings limits, RestfulServer server, JpaStorageSettings storage) {
        return () -> {
            server.registerInterceptor(new LimitsInterceptor(new SearchRules(limits)));
            server.registerInterceptor(new BodyInterceptor(server.getFhirContext(), limits));
            server.registerInterceptor(new IncludeLimitInterceptor(limits.includes()));
            server.registerInterceptor(new TotalInterceptor());
            storage.setMaximumIncludesToLoadPerPage(limits.includes() + 1);
            storage.setMaximumExpansionSize(limits.expansion());
        };
    }
}
