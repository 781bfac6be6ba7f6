package org.manypaths.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells the person at the keyboard how far the demo is, so that nobody wonders whether it hangs. */
class Narrator {

    private final PrintStream out;
    private final Supplier<Duration> uptime;

    Narrator(PrintStream out, Supplier<Duration> uptime) {
        this.out = out;
        this.uptime = uptime;
    }

    void say(String what) {
        out.printf("%4d s  %s%n", uptime.get().toSeconds(), what);
        out.flush();
    }

    void show(String text) {
        out.println(text);
        out.flush();
    }
}
