package org.manypaths.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Finds out in the first second what would stop a start after half a minute: a port or a data folder that cannot be had.
 *
 * <p>Between this look and the real thing another process may come first; {@link StartFailures} has the words for that.
 */
final class Preflight implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String FILE_DATABASE = "jdbc:h2:file:";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        look(event.getEnvironment());
    }

    void look(Environment environment) {
        requireFreePort(environment, "server", "--port");
        requireFreePort(environment, "management.server", "--management-port");
        if (environment.getProperty("spring.datasource.url", "").startsWith(FILE_DATABASE)) {
            requireOwnFolder(Path.of(environment.getProperty("manypaths.data", "data")));
        }
    }

    private static void requireFreePort(Environment environment, String prefix, String option) {
        int port = environment.getProperty(prefix + ".port", Integer.class, 0);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            String host = environment.getProperty(prefix + ".address", Loopback.ADDRESS);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), Math.max(port, 0)));
        } catch (IOException e) {
            throw new StartRefusal("Port " + port
                    + " is in use or not ours to use. Stop what listens there, or choose another with " + option + ".");
        }
    }

    private static void requireOwnFolder(Path folder) {
        try {
            DataFolder.make(folder);
            Files.delete(Files.createTempFile(folder, "writable", ""));
        } catch (IOException e) {
            throw DataFolder.notWritable(folder);
        }
        Path database = DataFolder.database(folder);
        if (Files.exists(database) && isLocked(database)) {
            throw new StartRefusal(StartFailures.inUse(folder));
        }
        DataFolder.close(folder);
    }

    /** H2 holds a lock on its file as long as it is open. */
    private static boolean isLocked(Path database) {
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new StartRefusal("Cannot open the database " + database + " for writing.");
        }
    }
}
