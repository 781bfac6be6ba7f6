package org.manypaths.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** The executable jar as the launcher unpacks it: it starts with two thirds of the CPU. Unpacked once after a build. */
public final class UnpackedProgram {

    private UnpackedProgram() {}

    /** The jar to start, beside the jars that it needs. */
    public static synchronized Path of(Path jar) {
        Path folder = jar.resolveSibling("unpacked-for-tests");
        Path program = folder.resolve(jar.getFileName());
        try {
            if (!Files.exists(program) || written(program).compareTo(written(jar)) < 0) {
                unpack(jar, folder);
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the file was really written: a build that can be repeated gives every jar the same time of change. */
    private static FileTime written(Path file) throws IOException {
        return (FileTime) Files.getAttribute(file, "unix:ctime");
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Process unpacking = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString()))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
        String words = new String(unpacking.getInputStream().readAllBytes(), UTF_8);
        try {
            if (unpacking.waitFor() != 0) {
                throw new IllegalStateException(words);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
