package org.manypaths.cli.journey;

import java.io.PrintWriter;
import java.util.Locale;
import org.manypaths.cli.StartRefusal;

/** Tells how far the journey is, and ends it where something is not as it has to be. */
final class Telling {

    private final PrintWriter out;
    private final long begin = System.nanoTime();
    private int checks;

    Telling(PrintWriter out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf(Locale.ROOT, "%n%4d s  %s%n", (System.nanoTime() - begin) / 1_000_000_000L, title);
        out.flush();
    }

    /** Something that was found to be as it has to be. */
    void check(boolean holds, String sentence, Answer answer) {
        if (!holds) {
            throw new StartRefusal("Not so: " + sentence + "\nThe server answered " + answer.status() + ": "
                    + answer.text().substring(0, Math.min(2_000, answer.text().length())));
        }
        checks++;
        out.println("        ✓ " + sentence);
        out.flush();
    }

    void say(String sentence) {
        out.println("          " + sentence);
        out.flush();
    }

    int checks() {
        return checks;
    }
}
