package org.manypaths.handoff.section;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentScope;
import org.manypaths.consent.ScopeInWords;

/** On what the document rests, and the one sentence that every document carries, restricted or not. */
public final class WhatTravelsSection implements Section {

    private static final String INFORMATION = Canonical.BASE + "/StructureDefinition/ihrp-consent-information";

    private final List<Consent> restsOn;

    /** @param restsOn the consents without which some of it could not go */
    WhatTravelsSection(List<Consent> restsOn) {
        this.restsOn = List.copyOf(restsOn);
    }

    @Override
    public SectionCode code() {
        return SectionCode.WHAT_TRAVELS;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        draft.say("This document may be incomplete. What is not told in it may still be so: ask the person.");
        draft.say(
                "“Nothing known” stands here only where somebody has said that there is nothing; “not asked” only where "
                        + "somebody has written that it was not asked. Everything else that is missing is simply not told here.");
        draft.say("Notes of counselling sessions never travel in it.");
        restsOn.forEach(consent -> draft.say(scope(consent, chart.letter().recipient())));
        if (!restsOn.isEmpty()) {
            draft.say(Notice.STATEMENT);
        }
        restsOn.stream().filter(WhatTravelsSection::mayBeCopied).forEach(draft::entry);
        return draft.inWords();
    }

    /** What is kept back by a provision of its own would be told by the copy itself; then the words must do. */
    public static boolean mayBeCopied(Consent consent) {
        return consent.getProvision().getProvision().isEmpty();
    }

    /** What the consent allows, in the words that the person signed; where there are none, in ours. */
    public static String scope(Consent consent, Organization recipient) {
        List<ConsentScope> scopes =
                ConsentReader.read(consent).letsOutTo(recipient.getIdElement().getIdPart());
        String signed = Optional.ofNullable(consent.getExtensionByUrl(INFORMATION))
                .map(Extension::getValue)
                .map(Words::value)
                .map(words -> Words.sentence("“" + words + "”"))
                .orElseGet(
                        () -> "It lets go what tells of " + ScopeInWords.kinds(all(scopes, ConsentScope::kinds)) + ".");
        String period = Words.time(consent.getProvision().getPeriod());
        return "The person’s consent of " + Words.time(consent.getDateTimeElement()) + ": " + signed + " For: "
                + ScopeInWords.purposes(all(scopes, ConsentScope::purposes)) + "."
                + (period.isEmpty() ? "" : " From " + period + ".");
    }

    private static <T> Set<T> all(List<ConsentScope> scopes, Function<ConsentScope, Set<T>> part) {
        return scopes.stream().flatMap(scope -> part.apply(scope).stream()).collect(Collectors.toSet());
    }
}
