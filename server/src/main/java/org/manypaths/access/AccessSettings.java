package org.manypaths.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of access.
 *
 * @param part2Programmes logical ids of the organisations that are Part 2 programmes, beside those that are registered
 *     as such
 * @param peoplePerSearch about how many people's consents a search may be that names nobody
 */
@ConfigurationProperties("manypaths.access")
record AccessSettings(
        @DefaultValue List<String> part2Programmes,
        @DefaultValue("1000") int peoplePerSearch) {

    AccessSettings {
        part2Programmes = List.copyOf(part2Programmes);
    }
}
