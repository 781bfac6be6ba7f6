package org.manypaths.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.Signing;
import org.manypaths.consent.SigningRules;

/**
 * All consents of a person as they stand in the database at this moment.
 *
 * <p>Which consents there are, in which version, is asked anew each time, so that a revocation counts from the next
 * request. What one version says never changes, and is read once. A date of birth that somebody corrects counts within a
 * minute: it decides whose signature a consent needs.
 */
class Consents {

    private static final Duration AGE = Duration.ofMinutes(1);

    private final RecordIndex index;
    private final DaoRegistry daos;
    private final BirthDates birthDates;
    private final SigningRules rules;
    private final Cache<String, Written> versions =
            Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<String, Optional<LocalDate>> births =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(AGE).build();

    /** What one version says. */
    private record Written(ConsentRecord consent, Signing signing) {}

    Consents(RecordIndex index, DaoRegistry daos, BirthDates birthDates, SigningRules rules) {
        this.index = index;
        this.daos = daos;
        this.birthDates = birthDates;
        this.rules = rules;
    }

    List<ConsentRecord> of(String person) {
        Map<String, Long> all = index.versions("Consent", person);
        if (all.isEmpty()) {
            return List.of();
        }
        Optional<LocalDate> born = births.get(person, birthDates::of);
        return all.entrySet().stream()
                .map(entry -> versions.get(
                        entry.getKey() + "/_history/" + entry.getValue(), id -> read(new IdType("Consent/" + id))))
                .map(written -> rules.applied(written.consent(), written.signing(), born))
                .toList();
    }

    private Written read(IdType id) {
        Consent consent = daos.getResourceDao(Consent.class).read(id, new SystemRequestDetails());
        Optional<Stamp> stamp = Marks.of(consent).stamp();
        ConsentRecord written = restricted(ConsentReader.read(consent), stamp);
        return new Written(Origin.isReceived(consent) ? written.withoutPermits() : written, Signing.of(consent));
    }

    /**
     * Nobody lets out the records of others, and nobody but the person and operators keeps them back: a consent speaks
     * for the organisation that holds it.
     */
    static ConsentRecord restricted(ConsentRecord consent, Optional<Stamp> stamp) {
        Optional<String> holder = stamp.map(Stamp::holder);
        Set<String> disclosers = new HashSet<>(consent.discloser());
        disclosers.removeIf(organization -> !holder.filter(organization::equals).isPresent());
        return new ConsentRecord(
                consent.id(),
                consent.person(),
                disclosers,
                consent.lifecycle(),
                consent.missing(),
                consent.permits(),
                consent.denies(),
                consent.replaces(),
                stamp.filter(Stamp::forHolderAlone).map(Stamp::holder));
    }
}
