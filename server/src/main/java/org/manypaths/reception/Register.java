package org.manypaths.reception;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the documents that were taken in about each person, so that no two are taken in on the strength of the same
 * look at what is held: whoever counts second, on whatever node, has to look again.
 */
class Register {

    private final JdbcTemplate database;

    Register(JdbcTemplate database) {
        this.database = database;
    }

    /** @param person the id of the receiver's copy of the person */
    long count(String person) {
        return database.queryForList("select DOCUMENTS from MP_RECEPTION where PERSON = ?", Long.class, person).stream()
                .findFirst()
                .orElse(0L);
    }

    /**
     * Counts one more, in the transaction that stores it.
     *
     * @param seen the count when what is held was looked at
     * @throws OvertakenException if another document was taken in since
     */
    void countOneMore(String person, long seen) {
        if (!(seen == 0 ? begin(person) : next(person, seen))) {
            throw new OvertakenException();
        }
    }

    private boolean begin(String person) {
        try {
            return database.update("insert into MP_RECEPTION (PERSON, DOCUMENTS) values (?, 1)", person) == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private boolean next(String person, long seen) {
        return database.update(
                        "update MP_RECEPTION set DOCUMENTS = DOCUMENTS + 1 where PERSON = ? and DOCUMENTS = ?",
                        person,
                        seen)
                == 1;
    }
}
