package org.manypaths.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Serves the people of the stories to whoever sits at this machine. */
@Command(
        name = "demo",
        description = "Starts the server with the demo people and says what to try.",
        footer = {"", "The demo listens on 127.0.0.1 only. Ctrl-C stops it."},
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String DATA = "--manypaths.data=";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions options = new ServerOptions();

    /** For the launcher, which trains the start cache of the JVM by one whole start. */
    @Option(names = "--stop-when-ready", hidden = true)
    private boolean stopWhenReady;

    @Unmatched
    private List<String> others = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> settings = new ArrayList<>(options.toSettings(Loopback.ADDRESS, others));
        settings.add("--spring.profiles.include=demo");
        spec.commandLine().getOut().println("Starting Many Paths with the data in " + options.data() + " …");
        makeFolder(settings);
        ServerProcess process = new ServerProcess(settings, options.readyFiles());
        return stopWhenReady ? process.startAndStop() : process.run();
    }

    private static void makeFolder(List<String> settings) {
        Path folder = settings.stream()
                .filter(setting -> setting.startsWith(DATA))
                .map(setting -> Path.of(setting.substring(DATA.length())))
                .findFirst()
                .orElseThrow();
        try {
            DataFolder.makeWithLog(folder);
        } catch (IOException e) {
            throw DataFolder.notWritable(folder);
        }
    }
}
