package org.manypaths.emergency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of emergency access.
 *
 * @param length how long the records of one person stay open after an emergency was declared
 */
@ConfigurationProperties("manypaths.emergency")
record EmergencySettings(@DefaultValue("4h") Duration length) {

    private static final Duration LONGEST = Duration.ofDays(1);

    EmergencySettings {
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("manypaths.emergency.length must be between a moment and a day.");
        }
    }
}
