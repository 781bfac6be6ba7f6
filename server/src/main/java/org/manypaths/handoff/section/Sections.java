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
}
