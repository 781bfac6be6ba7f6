package org.manypaths.conformance;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * The Many Paths implementation guide as it stands on the class path: a FHIR NPM package.
 *
 * @see <a href="https://hl7.org/fhir/packages.html">FHIR packages</a>
 */
public final class GuidePackage {

    private static final String LOCATION = "/packages/org.manypaths.ihrp.tgz";

    private final byte[] content;

    private GuidePackage(byte[] content) {
        this.content = content;
    }

    /**
     * The package that this build of the server carries.
     *
     * @throws IllegalStateException if the build left it out
     */
    public static GuidePackage fromClassPath() {
        try (InputStream in = GuidePackage.class.getResourceAsStream(LOCATION)) {
            if (in == null) {
                throw new IllegalStateException("The guide is missing from the class path: " + LOCATION);
            }
            return new GuidePackage(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 over the archive, in hexadecimal; equal archives hold equal definitions. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The archive as partners fetch and install it. */
    public byte[] archive() {
        return content.clone();
    }

    public String version() {
        try {
            return open().version();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NpmPackage open() throws IOException {
        return NpmPackage.fromPackage(new ByteArrayInputStream(content));
    }

    /** All definitions in the package, in no particular order. */
    List<MetadataResource> definitions(FhirContext fhirContext) {
        return definitionTexts().stream()
                .map(json -> (MetadataResource) fhirContext.newJsonParser().parseResource(json))
                .toList();
    }

    /** What the guide asks of servers and of clients. */
    List<CapabilityStatement> requirements(FhirContext fhirContext) {
        return definitionTexts().stream()
                .filter(json -> json.contains("\"CapabilityStatement\"") && json.contains("\"supportedProfile\""))
                .map(json -> fhirContext.newJsonParser().parseResource(json))
                .filter(CapabilityStatement.class::isInstance)
                .map(CapabilityStatement.class::cast)
                .toList();
    }

    /** The operations that it defines. */
    List<OperationDefinition> operations(FhirContext fhirContext) {
        return definitionTexts().stream()
                .filter(json -> json.contains("\"OperationDefinition\""))
                .map(json -> fhirContext.newJsonParser().parseResource(json))
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .toList();
    }

    /** The JSON of all definitions, each as the build wrote it, in no particular order. */
    public List<String> definitionTexts() {
        return texts("package");
    }

    /** The JSON of every resource of the people whose stories the guide tells. */
    public List<String> exampleTexts() {
        return texts("example");
    }

    private List<String> texts(String folder) {
        try {
            NpmPackage npm = open();
            List<String> texts = new ArrayList<>();
            for (String file : npm.list(folder)) {
                if (file.endsWith(".json") && !file.equals("package.json") && !file.startsWith(".")) {
                    texts.add(new String(npm.load(folder, file).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
