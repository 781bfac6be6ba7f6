package org.manypaths.handoff.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.manypaths.conformance.Canonical;

/**
 * The digest of a document bundle: SHA-256, in lower-case hexadecimal, over the RFC 8785 form of its JSON.
 *
 * <p>Left out are what cannot be known before, or may change when the document changes hands: the root's {@code id},
 * {@code meta} and {@code signature}, and every extension that states a digest.
 */
public final class DocumentDigest {

    /** The extension on the Provenance in which the digest is stated. */
    public static final String EXTENSION = Canonical.BASE + "/StructureDefinition/ihrp-document-digest";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DocumentDigest() {}

    /**
     * The digest of a document.
     *
     * @param bundleJson a bundle as JSON, with or without its digest
     */
    public static String of(String bundleJson) {
        return of(read(bundleJson));
    }

    /** The digest of a document as it will be with an identifier that follows from its content. */
    public static String withIdentifier(String bundleJson, Identifier identifier) {
        ObjectNode bundle = read(bundleJson);
        bundle.putObject("identifier").put("system", identifier.getSystem()).put("value", identifier.getValue());
        return of(bundle);
    }

    private static String of(ObjectNode bundle) {
        bundle.remove("id");
        bundle.remove("meta");
        bundle.remove("signature");
        withoutStatedDigest(bundle);
        return HexFormat.of().formatHex(sha256(CanonicalJson.bytes(bundle)));
    }

    /** The digest that the document states of itself; empty if it states none. */
    public static Optional<String> stated(String bundleJson) {
        return read(bundleJson).findParents("url").stream()
                .filter(DocumentDigest::isDigest)
                .map(extension -> extension.path("valueString").asText())
                .findFirst();
    }

    /** The same for a document that is not written yet. */
    public static Optional<String> stated(Bundle document) {
        return document.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Provenance.class::isInstance)
                .map(resource -> ((Provenance) resource).getExtensionByUrl(EXTENSION))
                .filter(extension -> extension != null && extension.hasValue())
                .map(extension -> extension.getValue().primitiveValue())
                .findFirst();
    }

    private static ObjectNode read(String json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new UncanonicalJsonException("This is no JSON.");
        }
        throw new UncanonicalJsonException("This is no JSON object.");
    }

    private static void withoutStatedDigest(JsonNode node) {
        if (node.get("extension") instanceof ArrayNode extensions) {
            for (Iterator<JsonNode> each = extensions.iterator(); each.hasNext(); ) {
                if (isDigest(each.next())) {
                    each.remove();
                }
            }
            if (extensions.isEmpty() && node instanceof ObjectNode object) {
                object.remove("extension");
            }
        }
        node.forEach(DocumentDigest::withoutStatedDigest);
    }

    private static boolean isDigest(JsonNode extension) {
        return EXTENSION.equals(extension.path("url").asText());
    }

    /** SHA-256 of any text, in lower-case hexadecimal. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
