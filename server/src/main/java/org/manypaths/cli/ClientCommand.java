package org.manypaths.cli;

import java.util.concurrent.Callable;
import org.manypaths.security.Clients;
import org.manypaths.security.Registration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers the systems and apps that may call, for operators who keep them in the database. */
@Command(
        name = "client",
        description = "Adds, lists and removes the clients that may ask for tokens.",
        mixinStandardHelpOptions = true,
        subcommands = {ClientCommand.Add.class, ClientCommand.ListAll.class, ClientCommand.Remove.class})
final class ClientCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: client add, list or remove.");
    }

    /** Adds one, or replaces the one of the same id. */
    @Command(
            name = "add",
            description = "Registers a client, or replaces the one of the same id.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ClientDatabase database = new ClientDatabase();

        @Mixin
        private ClientOptions options = new ClientOptions();

        @Override
        public Integer call() {
            Registration registration = options.toRegistration();
            database.open().put(registration, Clients.Source.COMMAND);
            spec.commandLine()
                    .getOut()
                    .println("Registered " + registration.id() + " for Organization/" + registration.organization()
                            + ".");
            return 0;
        }
    }

    /** One client in each line. */
    @Command(name = "list", description = "Lists the clients.", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ClientDatabase database = new ClientDatabase();

        @Override
        public Integer call() {
            database.open().all().forEach(client -> spec.commandLine()
                    .getOut()
                    .println(client.id() + "\t" + client.role() + "\tOrganization/" + client.organization() + "\t"
                            + client.kind() + "\t" + client.scopes()));
            return 0;
        }
    }

    /** Its tokens count no more from then on. */
    @Command(
            name = "remove",
            description = "Removes a client; its tokens are worth nothing from then on.",
            mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ClientDatabase database = new ClientDatabase();

        @Parameters(paramLabel = "ID", description = "The client to remove.")
        private String id = "";

        @Override
        public Integer call() {
            if (!database.open().remove(id)) {
                throw new StartRefusal("There is no client " + id + ".");
            }
            spec.commandLine().getOut().println("Removed " + id + ".");
            return 0;
        }
    }
}
