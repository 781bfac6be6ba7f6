package org.manypaths.handoff.section;

import java.util.List;
import org.manypaths.handoff.gate.Passage;

/** All sections of a handoff, in the order in which they are read: what saves a life first. */
public final class Sections {

    private Sections() {}

    /**
     * The sections of one document.
     *
     * @param passage what goes, and on which consents it rests
     */
    public static List<Section> inOrder(Passage passage) {
        return List.of(
                new ReasonSection(),
                new SafetySection(),
                new MedicinesSection(passage.hidesNoMedicine()),
                new TeamSection(),
                new UseSection(),
                new StageSection(),
                new GoalsSection(),
                new ReturnToUseSection(),
                new ServicesSection(),
                new ConditionsSection(),
                new PreferencesSection(),
                new WhatTravelsSection(passage.restsOn()));
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
