package org.manypaths.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * What a client of the demo shows to get a token; made at the first start, in the data folder, for its owner alone.
 *
 * @param scope all that the client may ask for
 * @param key its private key, as a JWK
 */
public record DemoCredential(
        @JsonProperty("client_id") String client,
        @JsonProperty("scope") String scope,
        @JsonProperty("key") Map<String, Object> key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "demo-clients";

    public DemoCredential {
        key = Map.copyOf(key);
    }

    /** Empty if this data folder has no such client. */
    public static Optional<DemoCredential> read(Path data, String client) throws IOException {
        Path file = file(data, client);
        return Files.isRegularFile(file)
                ? Optional.of(JSON.readValue(Files.readAllBytes(file), DemoCredential.class))
                : Optional.empty();
    }

    void write(Path data) throws IOException {
        writeForOwner(file(data, client), JSON.writeValueAsString(this));
    }

    /** Writes a secret; there is no moment at which others can read it, or at which it is half there. */
    static void writeForOwner(Path file, String secret) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "secret", ".tmp", ownerOnly());
        Files.writeString(unfinished, secret);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(Path data, String client) {
        return data.resolve(FOLDER).resolve(client + ".json");
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
