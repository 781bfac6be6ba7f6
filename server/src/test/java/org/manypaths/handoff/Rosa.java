package org.manypaths.handoff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.SigningRules;
import org.manypaths.handoff.HandoffRequest.Onward;
import org.manypaths.handoff.gate.ConsentGate;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.testkit.Fhir;

/** Rosa's whole story as records, to be handed over from Harbour House on the morning she leaves. */
final class Rosa {

    static final String LEAVING = "2026-01-12T09:45:00-05:00";

    private static final List<String> BUNDLES = List.of(
            "neighbourhood/bundle-everybody",
            "rosa/bundle-admission",
            "rosa/bundle-meaning",
            "rosa/bundle-plan",
            "rosa/bundle-handoff",
            "rosa/bundle-month-3");

    private final List<Resource> records = new ArrayList<>();
    private String plan = "CarePlan/rosa-day-5";
    private String recipient = "riverside";
    private Purpose purpose = Purpose.TREATMENT;
    private Optional<String> consent = Optional.empty();
    private OffsetDateTime asOf = OffsetDateTime.parse(LEAVING);
    private boolean persist;
    private Onward onward = new Onward(Optional.empty(), Optional.empty(), Optional.empty());

    private Rosa() {
        BUNDLES.stream()
                .map(Rosa::bundle)
                .flatMap(bundle -> bundle.getEntry().stream())
                .map(entry -> entry.getResource())
                .forEach(records::add);
    }

    static Rosa story() {
        return new Rosa();
    }

    Rosa to(String organization) {
        recipient = organization;
        return this;
    }

    Rosa purpose(Purpose other) {
        purpose = other;
        return this;
    }

    Rosa restingOn(String consentId) {
        consent = Optional.of(consentId);
        return this;
    }

    Rosa asOf(String moment) {
        asOf = OffsetDateTime.parse(moment);
        return this;
    }

    Rosa onward(Onward settled) {
        onward = settled;
        return this;
    }

    Rosa persisted() {
        persist = true;
        return this;
    }

    Rosa plan(String key) {
        plan = key;
        return this;
    }

    Rosa without(String... keys) {
        records.removeIf(record -> List.of(keys).contains(Passage.key(record)));
        return this;
    }

    Rosa with(Resource record) {
        records.add(record);
        return this;
    }

    <R extends Resource> Rosa change(Class<R> type, String id, Consumer<R> change) {
        change.accept(the(type, id));
        return this;
    }

    Rosa revoked() {
        return change(Consent.class, "rosa-consent-riverside", consent -> consent.setStatus(ConsentState.INACTIVE));
    }

    <R extends Resource> R the(Class<R> type, String id) {
        return records.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(record -> record.getIdElement().getIdPart().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Resource> records() {
        return records;
    }

    /** The document, made a minute after the moment that it tells. */
    Bundle document() {
        HandoffRequest request =
                new HandoffRequest(recipient, purpose, consent, asOf, asOf.plusMinutes(1), persist, onward);
        return new HandoffAssembler(
                        Fhir.CONTEXT, new ConsentGate(SigningRules.STRICTEST), () -> "https://ihrp.example/fhir")
                .assemble(
                        request,
                        new PersonRecord(
                                the(CarePlan.class, plan.substring(plan.indexOf('/') + 1)),
                                the(Patient.class, "rosa"),
                                the(Organization.class, "harbour-house"),
                                the(Organization.class, recipient),
                                records,
                                Set.of()))
                .document();
    }

    private static Bundle bundle(String name) {
        try (InputStream in =
                Objects.requireNonNull(Rosa.class.getResourceAsStream("/examples/" + name + ".json"), name)) {
            return Fhir.CONTEXT
                    .newJsonParser()
                    .parseResource(Bundle.class, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
