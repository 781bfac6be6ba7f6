package org.manypaths.operations;

import org.manypaths.conformance.Canonical;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Up once every value set of the guide is expanded in the database; it is asked no more after that.
 *
 * <p>Before, {@code $expand} would ignore its filter and fail on paging. Value sets that partners bring are expanded in
 * the background and do not count.
 */
class ValueSetsHealthIndicator extends AbstractHealthIndicator {

    private static final String COUNT = "select count(*) from TRM_VALUESET where URL like ? and EXPANSION_STATUS ";
    private static final String OURS = Canonical.BASE + "/%";

    private final JdbcTemplate database;
    private volatile boolean expanded;

    ValueSetsHealthIndicator(JdbcTemplate database) {
        super("The value sets cannot be counted");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (expanded || areExpanded()) {
            expanded = true;
            health.up();
        } else {
            health.down();
        }
    }

    private boolean areExpanded() {
        return count("= 'EXPANDED'") > 0 && count("<> 'EXPANDED'") == 0;
    }

    private long count(String status) {
        Long count = database.queryForObject(COUNT + status, Long.class, OURS);
        return count == null ? 0 : count;
    }
}
