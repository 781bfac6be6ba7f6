package org.manypaths.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How exports are carried out.
 *
 * @param concurrent jobs of one client that are not ready yet
 * @param expiry how long a job can be fetched
 * @param fileSize resources in one file
 */
@ConfigurationProperties("manypaths.export")
public record ExportSettings(
        @DefaultValue("2") int concurrent,
        @DefaultValue("24h") Duration expiry,
        @DefaultValue("5000") int fileSize) {

    private static final int LARGEST_FILE = 10_000;

    public ExportSettings {
        if (concurrent < 1) {
            throw new IllegalArgumentException("manypaths.export.concurrent must be at least 1");
        }
        if (fileSize < 1 || fileSize > LARGEST_FILE) {
            throw new IllegalArgumentException("manypaths.export.file-size is between 1 and " + LARGEST_FILE);
        }
    }
}
