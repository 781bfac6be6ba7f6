package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.access.Origin;
import org.manypaths.conformance.Canonical;

class ArrivedTest {

    private static final String ONE = "https://one.example/fhir/";
    private static final String OTHER = "https://other.example/r4/base/";

    /** Two servers both have a Condition/1: what is relative is read against the base of its own entry. */
    @ParameterizedTest
    @CsvSource({
        "Condition/1, https://one.example/fhir/Flag/9, https://one.example/fhir/Condition/1",
        "Condition/1/_history/3, https://one.example/fhir/Flag/9, https://one.example/fhir/Condition/1",
        "Condition/1, https://other.example/r4/base/Flag/9, https://other.example/r4/base/Condition/1",
        "Condition/1, https://third.example/fhir/Flag/9, ''",
        "Condition/1, urn:uuid:1c3151bd-1cbf-4d64-b04d-cd9187a4c6e1, ''",
        "Condition/2, https://one.example/fhir/Flag/9, ''",
        "https://one.example/fhir/Condition/1, https://other.example/r4/base/Flag/9, https://one.example/fhir/Condition/1",
        "urn:uuid:2c3151bd-1cbf-4d64-b04d-cd9187a4c6e2, https://one.example/fhir/Flag/9, urn:uuid:2c3151bd-1cbf-4d64-b04d-cd9187a4c6e2"
    })
    void readsAReferenceAgainstTheBaseOfItsEntry(String reference, String holder, String address) {
        Arrived arrived = arrived();
        assertThat(arrived.address(new Reference(reference), holder).orElse("")).isEqualTo(address);
        assertThat(arrived.address(new Reference("Condition/1")))
                .as("in the Composition")
                .contains(ONE + "Condition/1");
    }

    @Test
    void takesOffWhatOnlyTheServerSaysOfARecord() {
        Bundle bundle = bundle();
        Resource record = bundle.getEntry().get(1).getResource();
        record.getMeta()
                .addTag(Origin.SYSTEM, "receiver", null)
                .addTag("urn:x", "theirs", null)
                .addExtension(
                        Canonical.BASE + "/StructureDefinition/" + Canonical.ACCESS,
                        new Coding("stamp", "receiver/v/1", null));
        record.getMeta().addExtension("urn:theirs", new Coding("a", "b", null));
        Arrived.of(bundle, "{}");
        assertThat(Origin.holderOf(record)).isEmpty();
        assertThat(record.getMeta().getExtension())
                .extracting(extension -> extension.getUrl())
                .containsExactly("urn:theirs");
        assertThat(record.getMeta().getTag()).extracting(Coding::getCode).containsExactly("theirs");
    }

    private static Arrived arrived() {
        return Arrived.of(bundle(), "{}");
    }

    private static Bundle bundle() {
        Bundle bundle = new Bundle();
        bundle.addEntry().setFullUrl(ONE + "Composition/1").setResource(new Composition());
        bundle.addEntry().setFullUrl(OTHER + "Condition/1").setResource(new Condition());
        bundle.addEntry().setFullUrl(ONE + "Condition/1").setResource(new Condition());
        bundle.addEntry()
                .setFullUrl("urn:uuid:2c3151bd-1cbf-4d64-b04d-cd9187a4c6e2")
                .setResource(new Condition());
        return bundle;
    }
}
