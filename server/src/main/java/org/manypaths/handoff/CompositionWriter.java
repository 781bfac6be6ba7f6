package org.manypaths.handoff;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.DocumentConfidentiality;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.section.Block;
import org.manypaths.handoff.section.Chart;
import org.manypaths.handoff.section.Notice;
import org.manypaths.handoff.section.Section;
import org.manypaths.handoff.section.SectionContent;
import org.manypaths.handoff.section.SectionNarrative;
import org.manypaths.handoff.section.Sections;
import org.manypaths.handoff.section.WhatTravelsSection;
import org.manypaths.handoff.section.Words;

/** Writes the Composition of a handoff from its sections. */
final class CompositionWriter {

    static final String PROFILE = Canonical.BASE + "/StructureDefinition/ihrp-handoff-composition";

    private static final String BASE = Canonical.BASE + "/StructureDefinition/";

    private final Chart chart;
    private final Passage passage;

    CompositionWriter(Chart chart, Passage passage) {
        this.chart = chart;
        this.passage = passage;
    }

    /**
     * The document.
     *
     * @param series what stays the same over all versions of this handoff
     */
    Composition write(String id, String series, List<Section> sections) {
        Chart.Letter letter = chart.letter();
        Composition document = new Composition();
        document.setId("Composition/" + id);
        document.getMeta().addProfile(PROFILE);
        document.setIdentifier(new Identifier().setSystem("urn:ietf:rfc:3986").setValue(series));
        document.setStatus(CompositionStatus.FINAL)
                .setType(new CodeableConcept()
                        .addCoding(new Coding("http://loinc.org", "18761-7", "Transfer summary note")))
                .setSubject(reference(letter.person()))
                .setTitle("Handoff of " + Words.name(letter.person().getName()) + " from "
                        + letter.sender().getName() + " to "
                        + letter.recipient().getName())
                .setConfidentiality(DocumentConfidentiality.R)
                .setCustodian(reference(letter.sender()));
        document.setDateElement(new DateTimeType(Words.fhir(letter.asOf())));
        document.addAuthor(author(letter));
        restOnConsent(document, letter.recipient());
        for (Section section : sections) {
            document.addSection(component(section, Sections.write(section, chart)));
        }
        document.setText(SectionNarrative.of(
                List.of(new Block.Say(document.getTitle() + ", " + Words.minute(letter.asOf()) + "."))));
        return document;
    }

    /** Who wrote the plan, if that may be told; else the place it comes from. */
    private Reference author(Chart.Letter letter) {
        Reference author = letter.plan().getAuthor();
        return passage.travels().contains(String.valueOf(author.getReference()))
                ? new Reference(author.getReference()).setDisplay(author.getDisplay())
                : reference(letter.sender());
    }

    private void restOnConsent(Composition document, Organization recipient) {
        List<Consent> consents = passage.restsOn();
        if (consents.isEmpty()) {
            return;
        }
        Extension scope = new Extension(BASE + "ihrp-consent-scope");
        List<String> words = new ArrayList<>();
        consents.forEach(consent -> words.add(WhatTravelsSection.scope(consent, recipient)));
        if (consents.size() == 1 && WhatTravelsSection.mayBeCopied(consents.get(0))) {
            scope.addExtension("consent", reference(consents.get(0)));
        }
        scope.addExtension("scope", new StringType(String.join(" ", words)));
        document.addExtension(scope);
        document.addExtension(BASE + "ihrp-redisclosure-notice", new StringType(Notice.STATEMENT));
    }

    private static SectionComponent component(Section section, SectionContent content) {
        SectionComponent component = new SectionComponent();
        component.setTitle(section.code().title()).setCode(section.code().concept());
        component.setText(SectionNarrative.of(content.text()));
        content.entries().forEach(entry -> component.addEntry(reference(entry)));
        content.emptyReason().ifPresent(reason -> component.setEmptyReason(reason.concept()));
        content.extensions().forEach(component::addExtension);
        return component;
    }

    private static Reference reference(Resource resource) {
        return new Reference(Passage.key(resource));
    }
}
