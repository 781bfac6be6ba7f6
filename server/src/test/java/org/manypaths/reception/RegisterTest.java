package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.database.OwnSchema;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes at one database, each with transactions of its own. */
class RegisterTest {

    private final DataSource database = database();
    private final Register register = new Register(new JdbcTemplate(database));
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(database));

    @BeforeEach
    void makeTable() {
        OwnSchema.statements().stream()
                .filter(statement -> statement.contains("MP_RECEPTION"))
                .forEach(new JdbcTemplate(database)::execute);
    }

    @Test
    void letsOneDocumentInOnTheStrengthOfOneLook() {
        count("rosa", register.count("rosa"));
        assertThat(register.count("rosa")).isEqualTo(1);
        assertThatThrownBy(() -> count("rosa", 0)).isInstanceOf(OvertakenException.class);
        count("rosa", 1);
        assertThatThrownBy(() -> count("rosa", 1)).isInstanceOf(OvertakenException.class);
        assertThat(register.count("rosa")).isEqualTo(2);
        assertThat(register.count("jonah")).isZero();
    }

    @Test
    void countsNothingThatWasNotStored() {
        transactions.executeWithoutResult(status -> {
            register.countOneMore("rosa", 0);
            status.setRollbackOnly();
        });
        assertThat(register.count("rosa")).isZero();
    }

    @Test
    void letsOneThroughOfManyThatLookedAtTheSameMoment() {
        for (long seen = 0; seen < 5; seen++) {
            long look = seen;
            CountDownLatch start = new CountDownLatch(1);
            var all = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                        await(start);
                        return isCounted("rosa", look);
                    }))
                    .toList();
            start.countDown();
            assertThat(all.stream().filter(CompletableFuture::join)).hasSize(1);
            assertThat(register.count("rosa")).isEqualTo(look + 1);
        }
    }

    private boolean isCounted(String person, long seen) {
        try {
            count(person, seen);
            return true;
        } catch (OvertakenException | org.springframework.dao.ConcurrencyFailureException e) {
            return false;
        }
    }

    private void count(String person, long seen) {
        transactions.executeWithoutResult(status -> register.countOneMore(person, seen));
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:register-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
