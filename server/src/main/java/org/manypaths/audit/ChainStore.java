package org.manypaths.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.manypaths.audit.Link.Head;

/** Puts links into the database; there is no other statement that writes to these tables. */
final class ChainStore {

    private static final String INSERT =
            "insert into MP_TRAIL (NODE, SEQ, RECORDED_AT, KIND, CLIENT, USER_ID, ORGANIZATION,"
                    + " PERSON, HOLDER, RECORDS, QUERY, PURPOSE, BASIS, CONSENT, OUTCOME, REASON, REQUEST_ID, PREVIOUS_HASH,"
                    + " HASH) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String FIRST_HEAD = "insert into MP_TRAIL_HEAD (SEQ, HASH, NODE) values (?,?,?)";
    private static final String NEXT_HEAD = "update MP_TRAIL_HEAD set SEQ = ?, HASH = ? where NODE = ?";

    private final DataSource database;

    ChainStore(DataSource database) {
        this.database = database;
    }

    /** Stores all of them or none; when it returns they are committed. */
    void add(List<Link> links) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                insert(connection, links);
                moveHead(
                        connection,
                        links.get(links.size() - 1).head(),
                        links.get(0).number() == 1);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Where all chains end at this moment. */
    List<Head> heads() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select NODE, SEQ, HASH from MP_TRAIL_HEAD order by NODE");
                ResultSet rows = query.executeQuery()) {
            List<Head> heads = new ArrayList<>();
            while (rows.next()) {
                heads.add(new Head(rows.getString(1), rows.getLong(2), rows.getString(3)));
            }
            return heads;
        }
    }

    private static void insert(Connection connection, List<Link> links) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Link link : links) {
                List<Object> values = LinkRow.values(link);
                for (int i = 0; i < values.size(); i++) {
                    insert.setObject(i + 1, values.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void moveHead(Connection connection, Head head, boolean first) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(first ? FIRST_HEAD : NEXT_HEAD)) {
            move.setLong(1, head.number());
            move.setString(2, head.hash());
            move.setString(3, head.node());
            if (move.executeUpdate() != 1) {
                throw new SQLException("The head of the chain is gone");
            }
        }
    }
}
