package org.manypaths.handoff.section;

import java.util.List;
import org.hl7.fhir.r4.model.Consent;

/** All sections of a handoff, in the order in which they are read: what saves a life first. */
public final class Sections {

    private Sections() {}

    /**
     * The sections of one document.
     *
     * @param restsOn the consents without which some of the document could not go
     */
    public static List<Section> inOrder(List<Consent> restsOn) {
        return List.of(
                new ReasonSection(),
                new SafetySection(),
                new MedicinesSection(),
                new TeamSection(),
                new UseSection(),
                new StageSection(),
                new GoalsSection(),
                new ReturnToUseSection(),
                new ServicesSection(),
                new ConditionsSection(),
                new PreferencesSection(),
                new WhatTravelsSection(restsOn));
    }

    /** What a section says. Where it is empty, and nothing of its kind stays here, what a note says of it stands first. */
    public static SectionContent write(Section section, Chart chart) {
        SectionContent content = section.write(chart);
        if (content.emptyReason().isEmpty()) {
            return content;
        }
        return chart.stated(section.code())
                .filter(stated ->
                        section.write(chart.withWhatStays()).emptyReason().isPresent())
                .map(content::stated)
                .orElse(content);
    }
}
