package org.manypaths.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the H2 database, which holds all records and the key that tokens are signed with: nobody but the account
 * of the server reads it.
 *
 * <p>Where files have no such permissions, as on Windows, they have what the folder above gives them.
 */
final class DataFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String DATABASE = "fhir.mv.db";
    private static final String TRACE = "fhir.trace.db";

    /** As {@code application-demo.yaml} has it. */
    private static final String LOG_FOLDER = "log";

    private static final String LOG_FILE = "demo.log";

    private DataFolder() {}

    /** The file of the database in it. */
    static Path database(Path folder) {
        return folder.resolve(DATABASE);
    }

    /** Makes the folder where there is none; one that somebody else made keeps its permissions. */
    static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        allow(folder, "rwx------");
    }

    /**
     * The folder with that of the log in it, before the first line is written: whoever opens a log makes the folders on
     * its way for everybody to read.
     */
    static void makeWithLog(Path folder) throws IOException {
        make(folder);
        Path log = folder.resolve(LOG_FOLDER);
        make(log);
        Path file = log.resolve(LOG_FILE);
        if (Files.notExists(file)) {
            Files.createFile(file, forOwner(file));
        }
    }

    /**
     * Before H2 opens it: an empty file is a new database to it, and there is no moment at which others can read it.
     *
     * <p>The file of somebody else that the server may write to stays as it is, and the server starts all the same.
     */
    static void close(Path folder) {
        Path database = database(folder);
        try {
            if (!Files.exists(database)) {
                Files.createFile(database, forOwner(database));
            }
            allow(database, "rw-------");
            // What a version before wrote of statements that failed; this one writes none.
            Path trace = folder.resolve(TRACE);
            if (Files.exists(trace)) {
                allow(trace, "rw-------");
            }
        } catch (IOException e) {
            LOG.warn("The database in {} could not be closed to other accounts: {}", folder, e.getMessage());
        }
    }

    static StartRefusal notWritable(Path folder) {
        return new StartRefusal(
                "Cannot write to the data folder " + folder + ". Make it writable, or choose another with --data.");
    }

    private static FileAttribute<?>[] forOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void allow(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
