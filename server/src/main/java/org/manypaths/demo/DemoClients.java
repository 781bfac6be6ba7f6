package org.manypaths.demo;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.manypaths.security.Clients;

/** Sees to it that the demo's clients are registered, have keys of their own, and belong to organisations. */
class DemoClients {

    private final Clients clients;
    private final DaoRegistry daos;
    private final Path data;

    DemoClients(Clients clients, DaoRegistry daos, Path data) {
        this.clients = clients;
        this.daos = daos;
        this.data = data;
    }

    void register() {
        clients.put(DemoApp.registration(), Clients.Source.DEMO);
        for (DemoClient client : DemoClient.values()) {
            addOrganization(client);
            try {
                JWK key = JWK.parse(credential(client).key());
                clients.put(client.registration(new JWKSet(key.toPublicJWK()).toString()), Clients.Source.DEMO);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ParseException | JOSEException e) {
                throw new IllegalStateException("The key of the demo's client " + client.id() + " is spoilt", e);
            }
        }
    }

    /** A key once made is kept: tokens go on working whatever the port and however often the demo starts. */
    private DemoCredential credential(DemoClient client) throws IOException, JOSEException {
        Optional<DemoCredential> kept = DemoCredential.read(data, client.id());
        if (kept.isPresent() && kept.get().scope().equals(client.scopes())) {
            return kept.get();
        }
        JWK key = new ECKeyGenerator(Curve.P_384).keyIDFromThumbprint(true).generate();
        DemoCredential made = new DemoCredential(client.id(), client.scopes(), key.toJSONObject());
        made.write(data);
        return made;
    }

    private void addOrganization(DemoClient client) {
        IFhirResourceDao<Organization> organizations = daos.getResourceDao(Organization.class);
        try {
            organizations.read(new IdType("Organization", client.organization()), new SystemRequestDetails(), true);
        } catch (ResourceNotFoundException e) {
            Organization organization = new Organization();
            organization.setActive(true).setName(client.title()).setId(client.organization());
            organizations.update(organization, new SystemRequestDetails());
        }
    }
}
