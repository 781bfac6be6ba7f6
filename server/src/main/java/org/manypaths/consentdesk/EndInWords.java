package org.manypaths.consentdesk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.manypaths.consent.ConsentEnd;
import org.manypaths.consent.ConsentRecord.Lifecycle;
import org.manypaths.consent.ConsentState;

/** When and with what a consent ends or ended, for the person who signed it. */
final class EndInWords {

    private static final DateTimeFormatter DAY = format("EEEE d MMMM yyyy");
    private static final DateTimeFormatter MONTH = format("MMMM yyyy");
    private static final DateTimeFormatter YEAR = format("yyyy");

    private EndInWords() {}

    /** @param zone whose days are meant, where the person signed */
    static List<String> of(Lifecycle lifecycle, ConsentEnd end, ZoneId zone, ConsentState state, Instant now) {
        if (state == ConsentState.EXPIRED) {
            return past(lifecycle, end, zone, now);
        }
        return lifecycle.isOver(now) ? List.of() : ahead(lifecycle.expiresAt(), end, zone);
    }

    private static List<String> past(Lifecycle lifecycle, ConsentEnd end, ZoneId zone, Instant now) {
        Optional<ConsentEnd.Came> came = end.came().filter(known -> !known.at().isAfter(now));
        Optional<Instant> day = lifecycle
                .expiresAt()
                .filter(at -> !at.isAfter(now))
                .filter(at -> came.map(known -> at.isBefore(known.at())).orElse(true));
        if (day.isPresent()) {
            return List.of("It ended on " + lastDay(day.get(), zone) + ".");
        }
        List<String> sentences = new ArrayList<>();
        if (end.comesByItself() && came.isPresent()) {
            sentences.add("It ended " + event(end, "when this came") + ".");
        }
        came.ifPresent(known -> sentences.add("That came " + when(known, zone) + "."));
        return sentences;
    }

    private static List<String> ahead(Optional<Instant> expiresAt, ConsentEnd end, ZoneId zone) {
        List<String> sentences = new ArrayList<>();
        expiresAt.ifPresent(at -> sentences.add("It ends on " + lastDay(at, zone) + "."));
        if (end.comesByItself()) {
            sentences.add("It ends " + event(end, "when this comes")
                    + (expiresAt.isPresent() ? ", if that is earlier." : "."));
        }
        end.came().ifPresent(known -> sentences.add("It ends " + when(known, zone) + "."));
        return sentences.isEmpty() ? List.of("No day is set on which it ends.") : sentences;
    }

    private static String event(ConsentEnd end, String whenItComes) {
        return end.words().map(words -> whenItComes + ": “" + words + "”").orElse("with the treatment");
    }

    private static String lastDay(Instant end, ZoneId zone) {
        return end.minusSeconds(1).atZone(zone).format(DAY);
    }

    private static String when(ConsentEnd.Came came, ZoneId zone) {
        return switch (came.precision()) {
            case YEAR -> "in " + came.at().atZone(zone).format(YEAR);
            case MONTH -> "in " + came.at().atZone(zone).format(MONTH);
            default -> "on " + came.at().atZone(zone).format(DAY);
        };
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
