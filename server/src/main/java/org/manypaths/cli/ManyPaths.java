package org.manypaths.cli;

import java.io.PrintWriter;
import org.manypaths.cli.journey.JourneyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry of the jar: one word says what to do. */
@Command(
        name = "manypaths",
        description = "A FHIR R4 server with which integrative treatment plans travel between those who give care.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            JourneyCommand.class,
            ServeCommand.class,
            TokenCommand.class,
            ClientCommand.class,
            HealthcheckCommand.class
        })
public final class ManyPaths implements Runnable {

    /** The exit code for a command line that cannot be understood. */
    static final int USAGE = CommandLine.ExitCode.USAGE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ManyPaths())
                .setParameterExceptionHandler(ManyPaths::explain)
                .setExecutionExceptionHandler(ManyPaths::explain);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: demo, journey, serve, token, client or healthcheck.");
    }

    private static int explain(ParameterException refusal, String[] args) {
        CommandLine command = refusal.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(refusal.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(refusal, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof StartRefusal refusal) {
            command.getErr().println(refusal.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
