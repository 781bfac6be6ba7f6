package org.manypaths.staff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.access.Origin;
import org.manypaths.refusal.Blank;
import org.manypaths.security.Role;
import org.manypaths.security.Session;

/**
 * In whose name a caller may sign: that of an organisation for which it works, of somebody with a role there that the
 * organisation itself has recorded, or of whoever is signed in.
 */
public class Staff {

    private final DaoRegistry daos;

    Staff(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Ids of the organisations for which the caller works; a person who is signed in for themselves works for none. */
    public static Set<String> organizations(Session session) {
        return session.role() == Role.PERSON
                ? Set.of()
                : Stream.concat(Stream.of(session.caller().organization()), session.caller().programmes().stream())
                        .collect(Collectors.toSet());
    }

    /** Whether the caller may sign as the one to whom this refers. */
    public boolean maySignAs(Session session, Reference signer) {
        IIdType id = signer.getReferenceElement();
        if (!id.hasIdPart() || id.isAbsolute()) {
            return false;
        }
        Set<String> ours = organizations(session);
        return switch (String.valueOf(id.getResourceType())) {
            case "Organization" -> ours.contains(id.getIdPart());
            case "PractitionerRole" ->
                role(id.getIdPart()).filter(role -> isAt(role, ours)).isPresent();
            case "Practitioner" ->
                session.user()
                                .filter(user -> user.equals("Practitioner/" + id.getIdPart()))
                                .isPresent()
                        || roles(id.getIdPart()).anyMatch(role -> isAt(role, ours));
            default -> false;
        };
    }

    /** What an organisation is called here; empty where it has no name that can be read. */
    public Optional<String> nameOf(String organization) {
        try {
            return Optional.ofNullable(daos.getResourceDao(Organization.class)
                            .read(new IdType("Organization", organization), new SystemRequestDetails())
                            .getName())
                    .filter(name -> !Blank.is(name));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    /** Anybody may write a role of anybody: only what the organisation itself keeps counts. */
    private static boolean isAt(PractitionerRole role, Set<String> organizations) {
        return organizations.contains(String.valueOf(
                        role.getOrganization().getReferenceElement().getIdPart()))
                && Origin.holderOf(role).filter(organizations::contains).isPresent();
    }

    private Optional<PractitionerRole> role(String id) {
        try {
            return Optional.of(daos.getResourceDao(PractitionerRole.class)
                    .read(new IdType("PractitionerRole", id), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    private Stream<PractitionerRole> roles(String practitioner) {
        SearchParameterMap query = SearchParameterMap.newSynchronous()
                .add(PractitionerRole.SP_PRACTITIONER, new ReferenceParam("Practitioner/" + practitioner));
        return daos
                .getResourceDao(PractitionerRole.class)
                .search(query, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(PractitionerRole.class::cast);
    }
}
