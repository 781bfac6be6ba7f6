package org.manypaths.handoff;

import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.handoff.gate.Passage;

/** Whether there is anything to hand over, anybody to take it over, and anybody whose care goes on. Pure. */
final class StandingRules {

    private static final Set<CarePlanStatus> NO_PLAN =
            EnumSet.of(CarePlanStatus.DRAFT, CarePlanStatus.REVOKED, CarePlanStatus.ENTEREDINERROR);

    private StandingRules() {}

    /** Of the records as they are now, whatever the moment that is told. */
    static void check(PersonRecord record) {
        plan(record.plan());
        recipient(record.sender(), record.recipient());
        person(record.person());
    }

    private static void plan(CarePlan plan) {
        if (plan.hasStatus() && NO_PLAN.contains(plan.getStatus())) {
            throw HandoffCode.PLAN_STANDS_NOT.refusal(
                    "The plan is " + plan.getStatus().toCode() + ", and nobody goes by it.",
                    "Hand over the plan that stands, or set this one active when it does.");
        }
    }

    private static void recipient(Organization sender, Organization recipient) {
        if (Passage.key(sender).equals(Passage.key(recipient))) {
            throw HandoffCode.RECIPIENT_IS_SENDER.about(
                    "recipient",
                    "The recipient is " + sender.getName() + ", which hands the plan over.",
                    "Name the organization that takes over.");
        }
        if (recipient.hasActive() && !recipient.getActive()) {
            throw HandoffCode.RECIPIENT_NOT_ACTIVE.about(
                    "recipient",
                    "The recipient " + recipient.getName() + " is not active: nobody would take over there.",
                    "Name an organization that is active, or set this one active if it works.");
        }
    }

    private static void person(Patient person) {
        boolean alive =
                !person.hasDeceased() || (person.getDeceased() instanceof BooleanType died && !died.booleanValue());
        if (!alive) {
            throw HandoffCode.PERSON_DIED.refusal(
                    "The record says that the person has died: there is no care that goes on elsewhere.",
                    "If that is not so, correct Patient.deceased. What may be told of a person who has died is decided by"
                            + " their representative (42 CFR 2.15) and does not go as a handoff.");
        }
    }
}
