package org.manypaths.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source whose statements are held to their time by {@link StatementDeadlines} and not by the database. */
final class WatchedDataSource extends DelegatingDataSource {

    private final StatementDeadlines deadlines;

    WatchedDataSource(DataSource database, StatementDeadlines deadlines) {
        super(database);
        this.deadlines = deadlines;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof Statement statement ? watched(statement) : result;
        });
    }

    private Statement watched(Statement statement) {
        StatementHandler handler = new StatementHandler(statement);
        if (statement instanceof CallableStatement) {
            return proxy(CallableStatement.class, handler);
        }
        return statement instanceof PreparedStatement
                ? proxy(PreparedStatement.class, handler)
                : proxy(Statement.class, handler);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(WatchedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Keeps the time limit to itself, and watches whatever is carried out under one. */
    private final class StatementHandler implements InvocationHandler {

        private final Statement statement;
        private int seconds;

        StatementHandler(Statement statement) {
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (name.equals("setQueryTimeout") && arguments != null) {
                seconds = (Integer) arguments[0];
                return null;
            }
            if (name.equals("getQueryTimeout")) {
                return seconds;
            }
            if (seconds == 0 || !name.startsWith("execute")) {
                return WatchedDataSource.invoke(statement, method, arguments);
            }
            deadlines.begin(statement, seconds);
            try {
                return WatchedDataSource.invoke(statement, method, arguments);
            } finally {
                deadlines.end(statement);
            }
        }
    }
}
