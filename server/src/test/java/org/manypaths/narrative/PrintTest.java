package org.manypaths.narrative;

import org.hl7.fhir.r4.model.*;
import org.junit.jupiter.api.Test;
import org.manypaths.conformance.GuidePackage;
import org.manypaths.testkit.Fhir;

class PrintTest {
    @Test
    void print() throws Exception {
        NarrativeWriter w = NarrativeWriter.fromClassPath();
        StringBuilder b = new StringBuilder();
        for (String t : GuidePackage.fromClassPath().exampleTexts()) {
            Resource r = (Resource) Fhir.CONTEXT.newJsonParser().parseResource(t);
            b.append("#### ")
                    .append(r.fhirType())
                    .append('/')
                    .append(r.getIdPart())
                    .append('\n')
                    .append(w.write(r)
                            .replaceAll("</dd><dt>|</p><dl><dt>", "\n  - ")
                            .replaceAll("</dt><dd>", ": ")
                            .replaceAll("</dd><dd>", " ;; ")
                            .replaceAll("</p><p>", "\n")
                            .replaceAll("<[^>]+>", "|"))
                    .append('\n');
        }
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/h2narr.txt"), b.toString());
        Resource r = (Resource) Fhir.CONTEXT
                .newJsonParser()
                .parseResource(GuidePackage.fromClassPath().exampleTexts().stream()
                        .filter(t -> t.contains("rosa-use-opioids\"") && t.contains("\"Observation\""))
                        .findFirst()
                        .orElseThrow());
        System.out.println(w.write(r));
        for (int k = 0; k < 4; k++) {
            long t = System.nanoTime();
            for (int i = 0; i < 2000; i++) w.account(r);
            long m = System.nanoTime();
            for (int i = 0; i < 2000; i++) w.write(r);
            long n = System.nanoTime();
            for (int i = 0; i < 2000; i++) w.narrative((DomainResource) r);
            long e = System.nanoTime();
            System.out.println("account " + (m - t) / 2000000.0 + " write " + (n - m) / 2000000.0 + " narrative "
                    + (e - n) / 2000000.0 + " us/1000");
        }
    }
}
