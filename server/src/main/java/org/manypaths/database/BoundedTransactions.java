package org.manypaths.database;

import jakarta.persistence.EntityManagerFactory;
import org.manypaths.limits.LimitSettings;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions that end: one that only reads after the time of a request, any other after that of a transaction.
 *
 * <p>The time that is left bounds each statement, so that the database itself stops and the connection is free again.
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
    protected int determineTimeout(TransactionDefinition definition) {
        if (definition.getTimeout() != TransactionDefinition.TIMEOUT_DEFAULT) {
            return definition.getTimeout();
        }
        return definition.isReadOnly() ? readSeconds : writeSeconds;
    }
}
