package org.manypaths.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The launcher in a folder of its own that looks like a clone, so that tests neither build nor disturb the real one. */
public final class Launcher {

    private static final Path ORIGINAL = Path.of("..", "manypaths");

    private final Path root;

    public Launcher(Path root) throws IOException {
        this.root = Files.createDirectories(root);
        Files.copy(ORIGINAL, root.resolve("manypaths"));
        write("pom.xml", "<project/>");
        Files.createDirectory(root.resolve("bin"));
    }

    public Path root() {
        return root;
    }

    /** A program for the launcher to find; {@code bin} is where its PATH begins. */
    public Path script(String path, String body) throws IOException {
        Path script = write(path, "#!/bin/bash\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    public Path write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** A call of the launcher from another folder, without a start cache; what it prints comes in one stream. */
    public ProcessBuilder call(Path from, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("manypaths").toString()));
        command.addAll(arguments);
        ProcessBuilder call =
                new ProcessBuilder(command).directory(from.toFile()).redirectErrorStream(true);
        call.environment().put("MANYPATHS_START_CACHE", "off");
        return call;
    }
}
