package org.manypaths.audit;

import ca.uhn.fhir.storage.interceptor.balp.BalpProfileEnum;
import org.hl7.fhir.r4.model.codesystems.RestfulInteraction;

/** Which of IHE's Basic Audit Log Patterns an entry follows. */
record EventShape(BalpProfileEnum pattern, RestfulInteraction interaction) {

    static EventShape of(Entry entry) {
        boolean ofAPerson = entry.person().isPresent();
        return switch (entry.kind()) {
            case READ, EMERGENCY ->
                new EventShape(
                        ofAPerson ? BalpProfileEnum.PATIENT_READ : BalpProfileEnum.BASIC_READ, RestfulInteraction.READ);
            case WRITE -> write(entry, ofAPerson);
            case DELETE ->
                new EventShape(
                        ofAPerson ? BalpProfileEnum.PATIENT_DELETE : BalpProfileEnum.BASIC_DELETE,
                        RestfulInteraction.DELETE);
            case SEARCH -> query(ofAPerson, RestfulInteraction.SEARCHTYPE);
            case REFUSAL, TOKEN, SIGN_IN, EXPORT, OPERATION, ANCHOR -> query(ofAPerson, RestfulInteraction.OPERATION);
        };
    }

    private static EventShape write(Entry entry, boolean ofAPerson) {
        boolean first = entry.records().stream().allMatch(record -> record.endsWith("/_history/1"));
        if (first) {
            return new EventShape(
                    ofAPerson ? BalpProfileEnum.PATIENT_CREATE : BalpProfileEnum.BASIC_CREATE,
                    RestfulInteraction.CREATE);
        }
        return new EventShape(
                ofAPerson ? BalpProfileEnum.PATIENT_UPDATE : BalpProfileEnum.BASIC_UPDATE, RestfulInteraction.UPDATE);
    }

    private static EventShape query(boolean ofAPerson, RestfulInteraction interaction) {
        return new EventShape(ofAPerson ? BalpProfileEnum.PATIENT_QUERY : BalpProfileEnum.BASIC_QUERY, interaction);
    }

    boolean isQuery() {
        return pattern == BalpProfileEnum.PATIENT_QUERY || pattern == BalpProfileEnum.BASIC_QUERY;
    }
}
