package org.manypaths.profiles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The guide as the FHIR package that another server or validator installs.
 *
 * <p>It holds every definition of {@code terminology/resources} and {@code profiles/resources}, profiles with their
 * snapshots, and the people of {@code examples/} under {@code package/example}. The same sources give the same bytes.
 */
public final class GuidePackage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> INDEXED = List.of("id", "url", "version", "kind", "type", "derivation");

    private final GuideSources sources;
    private final String version;

    GuidePackage(GuideSources sources, String version) {
        this.sources = sources;
        this.version = version;
    }

    /**
     * Writes the package where its sources are newer than the last one. Arguments: the root of the repository, the
     * version, the folder of this program's classes, and each file to write.
     */
    public static void main(String[] args) throws IOException {
        GuideSources sources = new GuideSources(Path.of(args[0]));
        Path program = Path.of(args[2], GuidePackage.class.getName().replace('.', '/') + ".class");
        List<Path> targets =
                List.of(args).subList(3, args.length).stream().map(Path::of).toList();
        if (targets.stream().allMatch(target -> isNewer(target, sources, program))) {
            return;
        }
        byte[] archive = new GuidePackage(sources, args[1]).archive();
        for (Path target : targets) {
            Files.createDirectories(target.resolveSibling("."));
            Files.write(target, archive);
        }
    }

    private static boolean isNewer(Path target, GuideSources sources, Path program) {
        return Files.exists(target) && GuideSources.modified(target).compareTo(sources.lastModified(program)) > 0;
    }

    byte[] archive() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("package/package.json", manifest());
        addFolder(files, "package/", Snapshots.complete(read(sources.definitions())));
        addFolder(files, "package/example/", read(sources.examples()));
        return Archive.of(files);
    }

    private byte[] manifest() throws IOException {
        ObjectNode manifest = (ObjectNode) JSON.readTree(Files.readAllBytes(sources.manifest()));
        manifest.put("version", version);
        return pretty(manifest);
    }

    private static SortedMap<String, String> read(SortedMap<String, Path> files) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            texts.put(file.getKey(), Files.readString(file.getValue()));
        }
        return texts;
    }

    private static void addFolder(Map<String, byte[]> files, String folder, SortedMap<String, String> resources)
            throws IOException {
        ObjectNode index = JSON.createObjectNode().put("index-version", 2);
        ArrayNode entries = index.putArray("files");
        for (Map.Entry<String, String> resource : resources.entrySet()) {
            files.put(folder + resource.getKey(), resource.getValue().getBytes(StandardCharsets.UTF_8));
            entries.add(indexEntry(resource.getKey(), (ObjectNode) JSON.readTree(resource.getValue())));
        }
        files.put(folder + ".index.json", pretty(index));
    }

    private static ObjectNode indexEntry(String file, ObjectNode resource) {
        ObjectNode entry = JSON.createObjectNode().put("filename", file);
        entry.set("resourceType", resource.get("resourceType"));
        for (String property : INDEXED) {
            if (resource.path(property).isTextual()) {
                entry.set(property, resource.get(property));
            }
        }
        return entry;
    }

    private static byte[] pretty(ObjectNode node) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
    }
}
