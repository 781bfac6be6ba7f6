package org.manypaths.handoff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.consent.Caller;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.security.Interaction;
import org.manypaths.security.Scope;
import org.manypaths.security.Session;

/** Who may hand over: the organization that the document names, and with a token that sees the whole record. Pure. */
final class SenderRules {

    private SenderRules() {}

    /** @param session whose request it is; nobody's request hands nothing over */
    static void check(Optional<Session> session, PersonRecord record) {
        if (session.filter(Session::isOperator).isPresent()) {
            return;
        }
        String sender = record.sender().getIdElement().getIdPart();
        Session caller = session.filter(known -> worksFor(known.caller(), sender))
                .orElseThrow(() -> HandoffCode.SENDER_NOT_YOURS.refusal(
                        "This plan is handed over by " + record.sender().getName() + " (Organization/" + sender
                                + "), and your client is not registered to it.",
                        "Ask the operator to register your client to it or to name it among its programmes, or hand over"
                                + " a plan that your own organization keeps."));
        requireWhole(caller, record.all(), record.person().getIdElement().getIdPart());
    }

    /** A document is seen as a whole or not at all: of each type in it the token lets its holder read every record. */
    static void requireWhole(Session caller, List<Resource> records, String person) {
        Set<String> unseen = records.stream()
                .map(Resource::fhirType)
                .filter(type -> !seesWhole(caller, type, person))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unseen.isEmpty()) {
            throw HandoffCode.SCOPE.refusal(
                    "The token does not let its holder read all of " + String.join(", ", unseen)
                            + ", and a document without it could cost a life.",
                    "Ask for a token that reads every type, such as with system/*.rs.");
        }
    }

    /**
     * The Task is the filing organization's own record, and a consent lets out the records of those alone whom it names as
     * disclosing. Otherwise the sender would wait for an answer to what the recipient never sees.
     */
    static void requireSeen(Optional<Session> session, ConsentRecord consent, String recipient) {
        if (session.filter(Session::isOperator).isPresent()) {
            return;
        }
        String holder = session.map(caller -> caller.caller().organization()).orElse("");
        if (!consent.discloser().contains(holder)) {
            throw HandoffCode.NOTHING_MAY_GO.refusal(
                    "The consent does not name Organization/" + holder + " among those who may tell, and so "
                            + recipient + " could not see the Task that you would file.",
                    "File a consent that names it too, or ask without persist and send the document yourself.");
        }
    }

    static boolean worksFor(Caller caller, String organization) {
        return caller.organization().equals(organization) || caller.programmes().contains(organization);
    }

    private static boolean seesWhole(Session session, String type, String person) {
        return session.scopes().allowing(type, Interaction.READ).stream()
                .filter(scope -> scope.constraints().isEmpty())
                .anyMatch(scope -> scope.context() != Scope.Context.PATIENT
                        || session.patient().filter(person::equals).isPresent());
    }
}
