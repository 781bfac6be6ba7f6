package org.manypaths.testkit;

import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.conformance.Canonical;

/** Makes a valid stage of change; a test says only what it is about. */
public final class StageBuilder {

    private static final String SYSTEMS = Canonical.BASE + "/CodeSystem/";

    private final Observation observation = new Observation();

    private StageBuilder() {
        observation.getMeta().addProfile(Canonical.BASE + "/StructureDefinition/ihrp-stage-of-change");
        observation.setStatus(ObservationStatus.FINAL);
        observation
                .addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/observation-category")
                .setCode("survey");
        observation.setCode(own("ihrp-observation", "stage-of-change"));
        observation.setEffective(new DateTimeType("2026-11-05T10:00:00Z"));
    }

    /** The person, as a reference: {@code Patient/1} or a placeholder. */
    public static StageBuilder aStageOf(String person) {
        StageBuilder builder = new StageBuilder();
        builder.observation.setSubject(new Reference(person));
        return builder;
    }

    /** One code, or the class and the very substance. */
    public StageBuilder substance(String... codes) {
        CodeableConcept substance = new CodeableConcept();
        for (String code : codes) {
            substance.addCoding(coding("ihrp-substance", code));
        }
        return part("substance", substance);
    }

    public StageBuilder stage(String stage) {
        observation.setValue(own("ihrp-stage-of-change", stage));
        return this;
    }

    public StageBuilder on(String effective) {
        return on(new DateTimeType(effective));
    }

    public StageBuilder on(Type effective) {
        observation.setEffective(effective);
        return this;
    }

    public StageBuilder issued(String instant) {
        Date issued = new InstantType(instant).getValue();
        observation.setIssued(issued);
        return this;
    }

    public StageBuilder toward(String direction) {
        return part("target-direction", own("ihrp-goal-spectrum", direction));
    }

    public StageBuilder ratedBy(String rater) {
        return part("rater", own("ihrp-rater", rater));
    }

    public StageBuilder performedBy(String reference) {
        observation.addPerformer(new Reference(reference));
        return this;
    }

    public StageBuilder part(String part, CodeableConcept value) {
        observation.addComponent().setCode(own("ihrp-assessment-part", part)).setValue(value);
        return this;
    }

    public Observation build() {
        return observation;
    }

    private static CodeableConcept own(String system, String code) {
        return new CodeableConcept(coding(system, code));
    }

    private static Coding coding(String system, String code) {
        return new Coding().setSystem(SYSTEMS + system).setCode(code);
    }
}
