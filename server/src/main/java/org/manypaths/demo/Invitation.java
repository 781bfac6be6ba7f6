package org.manypaths.demo;

import java.util.stream.Collectors;
import org.manypaths.address.PublicAddress;
import org.manypaths.startpage.Sights;

/** What the demo prints once it is ready: where it is, and what to copy. */
public class Invitation {

    private final PublicAddress address;
    private final Sights sights;
    private final TokenCommandLine tokens;
    private final Narrator narrator;

    Invitation(PublicAddress address, Sights sights, TokenCommandLine tokens, Narrator narrator) {
        this.address = address;
        this.sights = sights;
        this.tokens = tokens;
        this.narrator = narrator;
    }

    /** To be called once the server answers, so that what is printed works at once. */
    public void print() {
        narrator.show(text());
    }

    private String text() {
        return """

                Many Paths is ready.

                  Base URL    %s
                  Start page  %s/
                  API         %s/swagger-ui/
                  Token       %s
                              or detox, hospital, prescriber, stranger, operator, person

                %s
                Ctrl-C stops it. What you store stays for the next start.
                """.formatted(
                        address.fhirBase(),
                        address.root(),
                        address.fhirBase(),
                        tokens.command(DemoClient.COUNSELLING),
                        sights.commands().stream()
                                .map(sight -> sight.title() + "\n  " + sight.command() + "\n\n")
                                .collect(Collectors.joining()));
    }
}
