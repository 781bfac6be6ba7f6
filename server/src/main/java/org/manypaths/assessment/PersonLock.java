package org.manypaths.assessment;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;

/**
 * Lets one writer at a time judge what holds for a person.
 *
 * <p>The lock is the row of the Patient in the database, so it holds between all nodes, and it ends with the
 * transaction. Readers, and writers of anything else that refers to the person, do not wait for it.
 */
class PersonLock {

    private final EntityManager entityManager;
    private final String sql;

    PersonLock(EntityManager entityManager, Dialect dialect) {
        this.entityManager = entityManager;
        // On PostgreSQL a plain FOR UPDATE also waits for everybody who has stored a reference to the person, and two
        // of them would wait for each other.
        String strength = dialect instanceof PostgreSQLDialect ? " FOR NO KEY UPDATE" : dialect.getForUpdateString();
        this.sql = "SELECT RES_ID FROM HFJ_RESOURCE WHERE RES_TYPE = 'Patient' AND FHIR_ID = :person" + strength;
    }

    /** Waits for every other writer; always in the same order, so that two writers never wait for each other. */
    void take(Collection<String> people) {
        people.stream().sorted().forEach(person -> entityManager
                .createNativeQuery(sql)
                .setParameter("person", person)
                .getResultList());
    }
}
