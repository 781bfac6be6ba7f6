package org.manypaths.access;

import org.manypaths.consent.SigningRules;
import org.manypaths.consent.SigningRules.Minors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose signature counts, as the law of the place has it.
 *
 * @param minors the state's rule for those below the age of majority
 * @param majority age in years
 * @param minorsAloneFrom age in years from which a minor signs alone, with the rule {@code alone}
 * @param representatives whether signatures of representatives of adults count
 */
@ConfigurationProperties("manypaths.consent")
record ConsentSettings(
        @DefaultValue("undecided") Minors minors,
        @DefaultValue("18") int majority,
        @DefaultValue("12") int minorsAloneFrom,
        @DefaultValue("false") boolean representatives) {

    SigningRules rules() {
        return new SigningRules(minors, majority, minorsAloneFrom, representatives);
    }
}
