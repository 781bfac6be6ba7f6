package org.manypaths.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.manypaths.consent.DisclosureRequest.Emergency;
import org.manypaths.security.Session;
import org.springframework.jdbc.core.JdbcTemplate;

/** The medical emergencies that clients have declared (42 CFR 2.51), each of one person and for a limited time. */
public class Emergencies {

    private final JdbcTemplate database;

    Emergencies(JdbcTemplate database) {
        this.database = database;
    }

    /** Declares one; one that the client had declared of the same person before ends with it. */
    public void declare(String client, Emergency emergency) {
        database.update("delete from MP_EMERGENCY where CLIENT = ? and PERSON = ?", client, emergency.person());
        database.update(
                "insert into MP_EMERGENCY (CLIENT, PERSON, REASON, ENDS_AT) values (?, ?, ?, ?)",
                client,
                emergency.person(),
                emergency.reason(),
                emergency.until().toEpochMilli());
    }

    /** Those of a client that have not ended, by person. */
    Map<String, Emergency> of(Session session, Instant now) {
        List<Emergency> declared = database.query(
                "select PERSON, REASON, ENDS_AT from MP_EMERGENCY where CLIENT = ? and ENDS_AT > ?",
                (row, number) -> new Emergency(
                        row.getString("PERSON"), row.getString("REASON"), Instant.ofEpochMilli(row.getLong("ENDS_AT"))),
                session.client(),
                now.toEpochMilli());
        return declared.stream().collect(Collectors.toMap(Emergency::person, Function.identity()));
    }
}
