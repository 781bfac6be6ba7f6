package org.manypaths.handoff.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DocumentDigestTest {

    private static final String DOCUMENT = "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
            + "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":2.50}}}]}";

    @Test
    void isTheHashOfTheCanonicalForm() throws Exception {
        byte[] canonical = ("{\"entry\":[{\"resource\":{\"resourceType\":\"Observation\",\"valueQuantity\":"
                        + "{\"value\":2.5}}}],\"resourceType\":\"Bundle\"}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(DocumentDigest.of(DOCUMENT))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical)));
    }

    @Test
    void staysWhenAServerGivesTheDocumentAnIdAndAVersion() {
        String stored = DOCUMENT.replace(
                "\"entry\":",
                "\"id\":\"7\",\"meta\":{\"versionId\":\"1\"},\"signature\":{\"when\":\"2026\"},\"entry\":");
        assertThat(DocumentDigest.of(stored)).isEqualTo(DocumentDigest.of(DOCUMENT));
    }

    @Test
    void leavesOutItsOwnStatementOnly() {
        String stated = DOCUMENT.replace(
                "\"valueQuantity\"",
                "\"extension\":[{\"url\":\"" + DocumentDigest.EXTENSION
                        + "\",\"valueString\":\"abc\"}],\"valueQuantity\"");
        assertThat(DocumentDigest.of(stated)).isEqualTo(DocumentDigest.of(DOCUMENT));
        assertThat(DocumentDigest.stated(stated)).contains("abc");
        assertThat(DocumentDigest.stated(DOCUMENT)).isEmpty();
    }

    @Test
    void changesWithEveryWordInside() {
        assertThat(DocumentDigest.of(DOCUMENT.replace("2.50", "2.51"))).isNotEqualTo(DocumentDigest.of(DOCUMENT));
        assertThat(DocumentDigest.of(DOCUMENT.replace("Observation", "Goal")))
                .isNotEqualTo(DocumentDigest.of(DOCUMENT));
    }

    @Test
    void staysWhenKeysComeInAnotherOrder() {
        String turned = "{\"entry\":[{\"resource\":{\"valueQuantity\":{\"value\":2.5},"
                + "\"resourceType\":\"Observation\"}}],\"resourceType\":\"Bundle\"}";
        assertThat(DocumentDigest.of(turned)).isEqualTo(DocumentDigest.of(DOCUMENT));
    }
}
