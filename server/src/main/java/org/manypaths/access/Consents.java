package org.manypaths.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentRecord;

/**
 * All consents of a person as they stand in the database at this moment.
 *
 * <p>Which consents there are, in which version, is asked anew each time, so that a revocation counts from the next
 * request. What one version says never changes, and is read once.
 */
class Consents {

    private final RecordIndex index;
    private final DaoRegistry daos;
    private final Cache<String, ConsentRecord> versions =
            Caffeine.newBuilder().maximumSize(20_000).build();

    Consents(RecordIndex index, DaoRegistry daos) {
        this.index = index;
        this.daos = daos;
    }

    List<ConsentRecord> of(String person) {
        return index.versions("Consent", person).entrySet().stream()
                .map(entry -> versions.get(
                        entry.getKey() + "/_history/" + entry.getValue(), id -> read(new IdType("Consent/" + id))))
                .toList();
    }

    private ConsentRecord read(IdType id) {
        Consent consent = daos.getResourceDao(Consent.class).read(id, new SystemRequestDetails());
        Optional<Stamp> stamp = Marks.of(consent).stamp();
        return restricted(ConsentReader.read(consent), stamp.map(Stamp::holder));
    }

    /** Nobody lets out the records of others: a consent speaks for the organisation that holds it. */
    static ConsentRecord restricted(ConsentRecord consent, Optional<String> holder) {
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
                consent.replaces());
    }
}
