package org.manypaths.consentdesk;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.access.Explainer;
import org.manypaths.consent.Decision;
import org.manypaths.consent.Decision.Permit;
import org.manypaths.consent.InformationLabels;
import org.manypaths.consent.Purpose;
import org.manypaths.security.Clients;
import org.manypaths.security.Session;

/**
 * Says before a request what it would bring.
 *
 * <p>A person who is not known, one of whom nothing is held and one who consented to nothing have the same answer; and
 * that something is kept back beside what may go is not told.
 */
class Foresight {

    /** What an answer that rests on a consent obliges to: the labels stay, and nobody is told without another consent. */
    private static final List<String> OBLIGATIONS = List.of("PERSISTLABEL", "NORDSCLCD");

    private final DaoRegistry daos;
    private final Explainer explainer;
    private final Clients clients;
    private final EvenPace pace = new EvenPace();

    Foresight(DaoRegistry daos, Explainer explainer, Clients clients) {
        this.daos = daos;
        this.explainer = explainer;
        this.clients = clients;
    }

    /** @throws org.manypaths.refusal.Refusal unless the caller asks for its own organisation, or is the operator */
    Parameters tell(Identifier person, Reference actor, Purpose purpose, List<Coding> labels, Session asking) {
        return pace.answer(() -> foresee(person, actor, purpose, labels, asking));
    }

    private Parameters foresee(
            Identifier person, Reference actor, Purpose purpose, List<Coding> labels, Session asking) {
        List<Session> sessions = sessions(actor, asking);
        var kinds = InformationLabels.told(labels);
        boolean nothingAsked = !labels.isEmpty() && kinds.isEmpty();
        List<Decision> decisions = nothingAsked
                ? List.of()
                : people(person).stream()
                        .flatMap(id -> sessions.stream()
                                .flatMap(session -> explainer.foresee(session, purpose, id, Set.copyOf(kinds))))
                        .filter(Decision::isPermit)
                        .toList();
        Parameters answer = new Parameters();
        answer.addParameter().setName("decision").setValue(new CodeType(decisions.isEmpty() ? "deny" : "permit"));
        if (decisions.stream().anyMatch(Foresight::obliges)) {
            OBLIGATIONS.forEach(code -> answer.addParameter()
                    .setName("obligation")
                    .setValue(new Coding(InformationLabels.ACT_CODE, code, null)));
        }
        return answer;
    }

    private static boolean obliges(Decision decision) {
        return decision instanceof Permit permit && permit.basis().needsNotice();
    }

    private List<Session> sessions(Reference actor, Session asking) {
        String organization = String.valueOf(actor.getReferenceElement().getIdPart());
        boolean isOrganization =
                "Organization".equals(actor.getReferenceElement().getResourceType());
        if (isOrganization && asking.caller().organization().equals(organization)) {
            return List.of(asking);
        }
        if (isOrganization && asking.isOperator()) {
            return clients.sessionsOf(organization);
        }
        throw DeskCode.ACTOR.refusal(
                "You may ask for your own organization only.",
                "Name Organization/" + asking.caller().organization() + " as the actor.");
    }

    private List<String> people(Identifier person) {
        SearchParameterMap query = SearchParameterMap.newSynchronous()
                .add(Patient.SP_IDENTIFIER, new TokenParam(person.getSystem(), person.getValue()));
        return daos.getResourceDao(Patient.class).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(found -> found.getIdElement().getIdPart())
                .toList();
    }
}
