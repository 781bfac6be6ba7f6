package org.manypaths.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files as they are committed, and the reference material beside the repository where there is any. */
final class Repository {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final GuideSources SOURCES = new GuideSources(ROOT);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Repository() {}

    /** A folder of the reference material, if this machine has it. */
    static Optional<Path> shared(String folder) {
        Path shared = Path.of(
                System.getProperty("shared.dir", ROOT.resolve("../shared").toString()));
        return Optional.of(shared.resolve(folder)).filter(Files::isDirectory);
    }

    static SortedMap<String, Path> fixtures() {
        SortedMap<String, Path> fixtures = new TreeMap<>();
        for (Path file : list(Path.of("tests"))) {
            if (file.toString().endsWith(".json")) {
                fixtures.put(file.getFileName().toString(), file);
            }
        }
        return fixtures;
    }

    static List<CSVRecord> table(Path file) {
        CSVFormat withHeader = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(file), withHeader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SortedMap<String, JsonNode> json(SortedMap<String, Path> files) {
        SortedMap<String, JsonNode> trees = new TreeMap<>();
        files.forEach((name, file) -> trees.put(name, json(file)));
        return trees;
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
