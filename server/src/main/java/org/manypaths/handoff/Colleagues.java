package org.manypaths.handoff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.Origin;
import org.manypaths.access.References;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.security.Clients;
import org.manypaths.security.Registration;
import org.manypaths.security.Role;

/**
 * The roles in which colleagues work, with their telephone numbers: they refer to the colleagues and not the other way
 * round.
 *
 * <p>Anybody may write a role of anybody. What counts was written by those who hand over, by the organization at which the
 * role is, or by those who run the server; and what a record of those who hand over names.
 */
class Colleagues {

    private final DaoRegistry daos;
    private final Supplier<Set<String>> operators;

    Colleagues(DaoRegistry daos, Clients clients) {
        this.daos = daos;
        operators = () -> clients.all().stream()
                .filter(client -> client.role() == Role.OPERATOR)
                .map(Registration::organization)
                .collect(Collectors.toSet());
    }

    /**
     * Puts the roles of those who are there beside them, and takes out those that do not count.
     *
     * @param all records by {@code Type/id}
     * @param senders ids of the organizations that hand over, in their own name or in that of another
     */
    void settle(Map<String, Resource> all, Set<String> senders) {
        Set<String> trusted = new HashSet<>(operators.get());
        trusted.addAll(senders);
        Set<String> named = named(all.values(), trusted);
        all.values()
                .removeIf(record -> record instanceof PractitionerRole role
                        && !counts(role, trusted)
                        && !named.contains(Passage.key(role)));
        roles(all.values()).stream()
                .filter(role -> counts(role, trusted))
                .forEach(role -> all.putIfAbsent(Passage.key(role), role));
    }

    private static boolean counts(PractitionerRole role, Set<String> trusted) {
        String place = References.key(role.getOrganization());
        return Origin.holderOf(role)
                .filter(holder -> trusted.contains(holder) || place.equals("Organization/" + holder))
                .isPresent();
    }

    private static Set<String> named(Collection<Resource> all, Set<String> trusted) {
        Set<String> named = new HashSet<>();
        all.stream()
                .filter(record ->
                        Origin.holderOf(record).filter(trusted::contains).isPresent())
                .forEach(record -> References.visit(record, reference -> named.add(References.key(reference))));
        return named;
    }

    /** Who is who is there for everybody; the server asks, for the caller would be told one page of them. */
    private List<PractitionerRole> roles(Collection<Resource> all) {
        ReferenceOrListParam colleagues = new ReferenceOrListParam();
        all.stream()
                .filter(Practitioner.class::isInstance)
                .forEach(colleague -> colleagues.add(new ReferenceParam(Passage.key(colleague))));
        if (colleagues.size() == 0) {
            return List.of();
        }
        SearchParameterMap query =
                SearchParameterMap.newSynchronous().add(PractitionerRole.SP_PRACTITIONER, colleagues);
        return daos
                .getResourceDao(PractitionerRole.class)
                .search(query, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(PractitionerRole.class::cast)
                .toList();
    }
}
