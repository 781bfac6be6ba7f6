package org.manypaths.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.manypaths.Application;
import org.manypaths.address.PublicAddress;
import org.manypaths.demo.Invitation;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The server as a process: started whole or not at all, stopped with the requests under way answered. */
final class ServerProcess {

    private final List<String> settings;
    private final List<Path> readyFiles;

    /**
     * @param settings as on the command line of the application
     * @param readyFiles get the base URL once the server is ready, for scripts that wait for it
     */
    ServerProcess(List<String> settings, List<Path> readyFiles) {
        this.settings = List.copyOf(settings);
        this.readyFiles = List.copyOf(readyFiles);
    }

    /** Serves until the process is told to stop. */
    int run() {
        CountDownLatch closed = new CountDownLatch(1);
        ConfigurableApplicationContext context = start();
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context), "stop"));
        context.getBeanProvider(Invitation.class).ifAvailable(Invitation::print);
        String base = context.getBean(PublicAddress.class).fhirBase();
        readyFiles.forEach(file -> tell(base, file));
        await(closed);
        return 0;
    }

    /** Starts, gets ready, and stops again. */
    int startAndStop() {
        start().close();
        return 0;
    }

    private ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(Application.class);
        // Ours ends the process with 0, as the end of a server that was asked to stop is no failure.
        application.setRegisterShutdownHook(false);
        application.addListeners(new Preflight());
        try {
            return application.run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw StartFailures.explain(e);
        }
    }

    private static void tell(String base, Path file) {
        try {
            Files.writeString(file, base + "\n");
        } catch (IOException e) {
            throw new StartRefusal("Cannot write the ready file " + file + ".");
        }
    }

    private static void stop(ConfigurableApplicationContext context) {
        System.out.println("Stopping: requests under way are finished first.");
        context.close();
        System.out.println("Stopped.");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
