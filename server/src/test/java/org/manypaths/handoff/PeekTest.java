package org.manypaths.handoff;

import org.junit.jupiter.api.Test;

class PeekTest {
    @Test
    void peek() throws Exception {
        DocumentFacts facts = new DocumentFacts(Rosa.story().document());
        facts.composition().getSection().forEach(s -> System.out.println("## " + s.getTitle() + "\n" + facts.text(s.getCode().getCodingFirstRep().getCode()) + "\n   -> " + facts.entries(s.getCode().getCodingFirstRep().getCode()) + s.getEmptyReason().getCodingFirstRep().getCode()));
        System.out.println(facts.keys());
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/rosa-handoff.json"), org.manypaths.testkit.Fhir.CONTEXT.newJsonParser().setPrettyPrint(true).encodeResourceToString(facts.bundle()));
    }
}
