package org.manypaths.handoff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.time.Duration;
import java.time.Instant;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.access.Origin;
import org.manypaths.handoff.HandoffRequest.Decision;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.section.Words;
import org.manypaths.security.Sessions;

/**
 * What the person decided when they were asked again. The answer stays with the sender: the receiver is not told that
 * anything was kept back. The person may read it.
 */
class DecisionFiles {

    /** Who sends the same within that time sends once more what did not arrive; later, the person was asked anew. */
    private static final Duration AGAIN = Duration.ofDays(1);

    private final DaoRegistry daos;

    DecisionFiles(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Filed once, however often it is sent. */
    void file(Decision decision, HandoffRequest request, PersonRecord record, RequestDetails caller) {
        Provenance asked = asked(decision, request, record);
        if (!isFiled(asked, record, caller)) {
            daos.getResourceDao(Provenance.class).create(asked, caller);
        }
    }

    private static Provenance asked(Decision decision, HandoffRequest request, PersonRecord record) {
        Provenance asked = new Provenance();
        asked.addTarget(new Reference(Passage.key(record.plan())));
        asked.addTarget(record.plan().getSubject().copy());
        request.consent().ifPresent(consent -> asked.addTarget(new Reference("Consent/" + consent)));
        asked.setRecordedElement(new InstantType(Words.fhir(request.now())));
        asked.addReason(new CodeableConcept()
                .setText("The person was asked again before the handoff to "
                        + record.recipient().getName()
                        + " about the safety facts that the consent keeps back, and keeps them back."));
        decision.words().ifPresent(words -> asked.addReason(new CodeableConcept().setText("“" + words + "”")));
        asked.addAgent().setWho(new Reference(decision.askedBy()));
        return asked;
    }

    private boolean isFiled(Provenance asked, PersonRecord record, RequestDetails caller) {
        String holder = Sessions.of(caller)
                .map(session -> session.caller().organization())
                .orElse("");
        SearchParameterMap query = SearchParameterMap.newSynchronous()
                .add(Provenance.SP_TARGET, new ReferenceParam(Passage.key(record.plan())));
        return daos
                .getResourceDao(Provenance.class)
                .search(query, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(Provenance.class::cast)
                .anyMatch(filed -> Origin.isOf(filed, holder) && isSame(filed, asked));
    }

    private static boolean isSame(Provenance filed, Provenance asked) {
        Instant earliest = asked.getRecorded().toInstant().minus(AGAIN);
        return Base.compareDeep(filed.getTarget(), asked.getTarget(), false)
                && Base.compareDeep(filed.getReason(), asked.getReason(), false)
                && filed.getAgent().size() == 1
                && Base.compareDeep(
                        filed.getAgentFirstRep().getWho(),
                        asked.getAgentFirstRep().getWho(),
                        false)
                && filed.hasRecorded()
                && filed.getRecorded().toInstant().isAfter(earliest);
    }
}
