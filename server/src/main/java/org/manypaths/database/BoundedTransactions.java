package org.manypaths.database;

import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.manypaths.limits.LimitSettings;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions that end: one that only reads after the time of a request, any other after that of a transaction.
 *
 * <p>The bound is Hibernate's and not Spring's: Spring would put the time that a transaction has left in the place of
 * the shorter time that a single query may take.
 */
class BoundedTransactions extends JpaTransactionManager {

    private static final long serialVersionUID = 1L;

    private final int readSeconds;
    private final int writeSeconds;

    BoundedTransactions(EntityManagerFactory entityManagerFactory, LimitSettings limits) {
        super(entityManagerFactory);
        readSeconds = Math.toIntExact(limits.request().toSeconds());
        writeSeconds = Math.toIntExact(limits.transaction().toSeconds());
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Object holder = TransactionSynchronizationManager.getResource(obtainEntityManagerFactory());
        Objects.requireNonNull((EntityManagerHolder) holder)
                .getEntityManager()
                .unwrap(SharedSessionContractImplementor.class)
                .getJdbcCoordinator()
                .setTransactionTimeOut(definition.isReadOnly() ? readSeconds : writeSeconds);
    }
}
