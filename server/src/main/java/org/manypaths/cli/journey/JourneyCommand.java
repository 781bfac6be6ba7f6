package org.manypaths.cli.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts two servers, lets a plan travel from one to the other and back into silence, and checks every step. */
@Command(
        name = "journey",
        description = "Shows a plan on its way: two organisations, two servers, from consent to revocation.",
        footer = {"", "Takes about two minutes. Both servers listen on 127.0.0.1 only and are gone afterwards."},
        mixinStandardHelpOptions = true)
public final class JourneyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data",
            description = "Folder in which the two databases are made (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--keep", description = "Keep the databases and the logs of both servers.")
    private boolean keep;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(data.toAbsolutePath().normalize()), "journey-");
        Instant begin = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        Telling telling = new Telling(spec.commandLine().getOut());
        telling.chapter("Starting two servers with their data in " + folder);
        try (Place detox = Place.open(
                        folder.resolve(Journey.HARBOUR),
                        List.of(operator(), programme(Journey.HARBOUR), programme(Journey.RIVERSIDE), stranger()));
                Place outpatient = Place.open(
                        folder.resolve(Journey.RIVERSIDE),
                        List.of(
                                operator(),
                                programme(Journey.RIVERSIDE),
                                Account.of(Journey.COURIER, Journey.RIVERSIDE, "system/*.c", "kind=part2-programme"),
                                stranger()))) {
            Thread end = new Thread(() -> List.of(detox, outpatient).forEach(Place::close));
            Runtime.getRuntime().addShutdownHook(end);
            telling.say("Harbour House, withdrawal unit:  " + detox.awaitReady());
            telling.say("Riverside, outpatient programme: " + outpatient.awaitReady());
            new Journey(
                            detox,
                            outpatient,
                            new Story(begin.atOffset(ZoneOffset.UTC).toLocalDate()),
                            telling)
                    .travel();
            Runtime.getRuntime().removeShutdownHook(end);
        } finally {
            telling.chapter(keep ? "Kept: " + folder : "Stopping both servers");
        }
        if (!keep) {
            delete(folder);
        }
        telling.chapter("The journey is over: " + telling.checks() + " checks, all of them hold");
        return 0;
    }

    private static Account operator() {
        return Account.of(Journey.OPERATOR, "operators", "system/*.cruds", "role=operator");
    }

    private static Account programme(String organization) {
        return Account.of(organization, organization, "system/*.cruds", "kind=part2-programme");
    }

    private static Account stranger() {
        return Account.of(Journey.STRANGER, Journey.STRANGER, "system/*.cruds", "kind=covered-entity");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
