package org.manypaths.handoff;

import ca.uhn.fhir.context.FhirContext;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.digest.DocumentDigest;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.section.Block;
import org.manypaths.handoff.section.SectionNarrative;

/**
 * Puts the document together and signs it off with its digest.
 *
 * <p>Ids and the digest follow from the content alone, so the same record told as of the same moment is the same
 * document, byte by byte.
 */
final class DocumentWriter {

    private static final String PROFILE = Canonical.BASE + "/StructureDefinition/ihrp-handoff-bundle";
    private static final String URI = "urn:ietf:rfc:3986";
    private static final int VERSION_8 = 0x8000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private final FhirContext fhirContext;
    private final String base;

    /** @param base the address of the FHIR endpoint, without a slash at its end */
    DocumentWriter(FhirContext fhirContext, String base) {
        this.fhirContext = fhirContext;
        this.base = base;
    }

    /** @param time the moment at which the plan is told, with seconds and offset */
    Bundle write(Composition composition, List<Resource> records, String time) {
        Bundle bundle = new Bundle();
        bundle.getMeta().addProfile(PROFILE);
        bundle.setType(BundleType.DOCUMENT);
        bundle.setTimestampElement(new InstantType(time));
        add(bundle, composition);
        records.forEach(record -> add(bundle, record));
        Provenance signOff = signOff(composition, time);
        add(bundle, signOff);
        // Encoded once: that costs more than all the rest.
        String json = fhirContext.newJsonParser().encodeResourceToString(bundle);
        Identifier identifier =
                new Identifier().setSystem(URI).setValue("urn:uuid:" + uuid(DocumentDigest.ofText(json)));
        String digest = DocumentDigest.withIdentifier(json, identifier);
        bundle.setIdentifier(identifier);
        signOff.addExtension(new Extension(DocumentDigest.EXTENSION, new StringType(digest)));
        return bundle;
    }

    /** An id made of names: the same names, the same id. */
    static String uuid(String hexadecimal) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hexadecimal));
        return new UUID((bytes.getLong() & VERSION_MASK) | VERSION_8, (bytes.getLong() & VARIANT_MASK) | VARIANT)
                .toString();
    }

    private static Provenance signOff(Composition composition, String time) {
        Provenance provenance = new Provenance();
        provenance.setId("Provenance/" + composition.getIdElement().getIdPart());
        provenance.setText(SectionNarrative.of(List.of(
                new Block.Say(composition.getTitle() + ": signed off by the place that hands over, with a digest."))));
        provenance.addTarget(new Reference(Passage.key(composition)));
        provenance.setRecordedElement(new InstantType(time));
        provenance.addAgent().setWho(composition.getCustodian().copy());
        return provenance;
    }

    private void add(Bundle bundle, Resource resource) {
        bundle.addEntry().setFullUrl(base + "/" + Passage.key(resource)).setResource(resource);
    }
}
