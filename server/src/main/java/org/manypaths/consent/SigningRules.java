package org.manypaths.consent;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose signature a consent needs: of a minor by the state's rule (42 CFR 2.14), of an adult their own or, where the
 * operator takes them, that of a representative (42 CFR 2.15). Pure.
 *
 * <p>Who is how old is told by the date of birth in the record; a person without one counts as an adult, and one of whom
 * only the year or the month is known as born on its last day.
 *
 * @param minors what the state's law says of those below the age of majority
 * @param majority age in years
 * @param aloneFrom age in years from which a minor signs alone, where the state lets minors do so
 * @param representatives whether signatures of representatives of adults count
 */
public record SigningRules(Minors minors, int majority, int aloneFrom, boolean representatives) {

    /** What nobody has set up: adults sign for themselves, and a minor's consent lets nothing out. */
    public static final SigningRules STRICTEST = new SigningRules(Minors.UNDECIDED, 18, 12, false);

    private static final Set<String> FOR_MINORS = Set.of("parent", "guardian");
    private static final Set<String> FOR_ADULTS = Set.of("guardian", "health-care-agent", "executor", "other");

    /** The rule of a state for minors. */
    public enum Minors {
        /** Nobody has said it: no consent of a minor lets anything out. */
        UNDECIDED,
        /** The law lets a minor consent to the treatment alone: then nobody else lets out its record (2.14(b)). */
        ALONE,
        /** The law asks for a parent or guardian: then both sign (2.14(c)). */
        WITH_GUARDIAN
    }

    /** The consent with what its signing lacks among what is missing. */
    public ConsentRecord applied(ConsentRecord consent, Signing signing, Optional<LocalDate> born) {
        return missing(signing, born).map(lack -> lacking(consent, lack)).orElse(consent);
    }

    private static ConsentRecord lacking(ConsentRecord consent, String lack) {
        Set<String> missing = new TreeSet<>(consent.missing());
        missing.add(lack);
        return new ConsentRecord(
                consent.id(),
                consent.person(),
                consent.discloser(),
                consent.lifecycle(),
                missing,
                consent.permits(),
                consent.denies(),
                consent.replaces(),
                consent.keepsBackOf());
    }

    /** What the signing lacks, in words for whoever has to mend it; empty where it lacks nothing. */
    Optional<String> missing(Signing signing, Optional<LocalDate> born) {
        Optional<Integer> age = born.flatMap(
                birth -> signing.on().map(day -> Period.between(birth, day).getYears()));
        return age.filter(years -> years < majority).isPresent() ? ofMinor(signing, age.get()) : ofAdult(signing);
    }

    private Optional<String> ofMinor(Signing signing, int age) {
        if (minors == Minors.UNDECIDED) {
            return Optional.of("who signs for a minor, for no state's rule is set here (manypaths.consent.minors)");
        }
        if (!signing.byThePerson()) {
            return Optional.of("a signature of the person themselves");
        }
        boolean alone = minors == Minors.ALONE && age >= aloneFrom;
        return alone || signing.ground().filter(FOR_MINORS::contains).isPresent()
                ? Optional.empty()
                : Optional.of("a signature of a parent or guardian beside the person's");
    }

    private Optional<String> ofAdult(Signing signing) {
        if (signing.byThePerson()) {
            return Optional.empty();
        }
        if (!representatives) {
            return Optional.of("a signature of the person themselves");
        }
        return signing.ground().filter(FOR_ADULTS::contains).isPresent()
                ? Optional.empty()
                : Optional.of("on what ground somebody signs for the person");
    }
}
