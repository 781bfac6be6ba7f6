package org.manypaths.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the repository from which the guide's package is made, each by the name it has in the package. */
record GuideSources(Path root) {

    Path manifest() {
        return root.resolve("profiles/manifest.json");
    }

    /** The definitions as the compiler wrote them. */
    SortedMap<String, Path> definitions() {
        return jsonIn(List.of(root.resolve("terminology/resources"), root.resolve("profiles/resources")));
    }

    /** The resources of every person who has a story. */
    SortedMap<String, Path> examples() {
        return jsonIn(people());
    }

    /** When any of it, or this program, was last changed; a file taken away changes its folder. */
    FileTime lastModified(Path program) {
        return Stream.of(definitions().values(), examples().values(), people(), List.of(manifest(), program))
                .flatMap(Collection::stream)
                .flatMap(path -> Stream.of(path, path.resolveSibling(".").normalize()))
                .map(GuideSources::modified)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> people() {
        return list(root.resolve("examples")).stream()
                .filter(folder -> Files.exists(folder.resolve("story.md")))
                .toList();
    }

    private static SortedMap<String, Path> jsonIn(List<Path> folders) {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path folder : folders) {
            for (Path file : list(folder)) {
                String name = file.getFileName().toString();
                if (name.endsWith(".json") && files.put(name, file) != null) {
                    throw new IllegalStateException("two files are called " + name + ", one of them in " + folder);
                }
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
