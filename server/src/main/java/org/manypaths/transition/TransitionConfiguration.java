package org.manypaths.transition;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.time.Clock;
import org.manypaths.staff.Staff;
import org.manypaths.timetable.Timetable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of the handoff at the storage, and the sweep for what is overdue. */
@Configuration(proxyBeanMethods = false)
class TransitionConfiguration {

    @Bean
    Parties handoffParties(DaoRegistry daos) {
        return new Parties(daos);
    }

    @Bean
    TransitionInterceptor transitionInterceptor(
            DaoRegistry daos,
            Parties parties,
            Staff staff,
            TransitionSettings settings,
            Clock clock,
            IInterceptorService storage) {
        TransitionInterceptor interceptor = new TransitionInterceptor(new HandoffKeeper(
                new Sides(parties),
                parties,
                new SamePerson(daos),
                new NoteRules(staff),
                new ClockRules(settings),
                clock));
        storage.registerInterceptor(interceptor);
        return interceptor;
    }

    @Bean
    OverdueSweep overdueSweep(
            DaoRegistry daos,
            IHapiTransactionService transactions,
            Parties parties,
            TransitionSettings settings,
            ConsentedHandoffs consented,
            Clock clock) {
        return new OverdueSweep(daos, transactions, parties, new ClockRules(settings), consented, clock);
    }

    @Bean
    ConsentedHandoffs consentedHandoffs(DaoRegistry daos, Clock clock) {
        return new ConsentedHandoffs(daos, clock);
    }

    @Bean
    ConsentedInterceptor handoffConsentInterceptor(ConsentedHandoffs consented, IInterceptorService storage) {
        ConsentedInterceptor interceptor = new ConsentedInterceptor(consented);
        storage.registerInterceptor(interceptor);
        return interceptor;
    }

    @Bean
    Timetable sweepTimetable(OverdueSweep sweep, TransitionSettings settings) {
        return new Timetable("overdue-sweep", settings.sweep(), settings.sweep(), sweep::run);
    }
}
