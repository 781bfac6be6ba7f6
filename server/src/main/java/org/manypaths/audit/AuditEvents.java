package org.manypaths.audit;

import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_AUDIT_ENTITY_TYPE;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_AUDIT_ENTITY_TYPE_1_PERSON;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_AUDIT_ENTITY_TYPE_1_PERSON_DISPLAY;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_AUDIT_ENTITY_TYPE_2_SYSTEM_OBJECT;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_AUDIT_ENTITY_TYPE_2_SYSTEM_OBJECT_DISPLAY;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_AUDIT_EVENT_TYPE;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_OBJECT_ROLE;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_OBJECT_ROLE_1_PATIENT;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_OBJECT_ROLE_1_PATIENT_DISPLAY;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_OBJECT_ROLE_24_QUERY;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_OBJECT_ROLE_4_DOMAIN_RESOURCE;
import static ca.uhn.fhir.storage.interceptor.balp.BalpConstants.CS_OBJECT_ROLE_4_DOMAIN_RESOURCE_DISPLAY;

import ca.uhn.fhir.storage.interceptor.balp.BalpProfileEnum;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.conformance.Canonical;

/** Entries of the trail in the shapes of IHE's Basic Audit Log Patterns. */
final class AuditEvents {

    static final String KIND = Canonical.BASE + "/CodeSystem/ihrp-trail-kind";

    /** BALP's own type for the entity that carries the request id. */
    private static final Coding REQUEST_ID = new Coding()
            .setSystem("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType")
            .setCode("XrequestId");

    private AuditEvents() {}

    /**
     * @param viewer a query may tell of others than the viewer, so only operators get to see it
     * @param names what the organisation with an id is called; everybody may read that
     */
    static AuditEvent of(Link link, Viewer viewer, Function<String, Optional<String>> names) {
        Entry entry = link.entry();
        EventShape shape = EventShape.of(entry);
        AuditEvent event = new AuditEvent();
        event.setId(link.id());
        event.getMeta()
                .addProfile(shape.pattern().getProfileUrl())
                .setLastUpdatedElement(new InstantType(Date.from(link.recordedAt())));
        event.setType(new Coding().setSystem(CS_AUDIT_EVENT_TYPE).setCode("rest"));
        event.addSubtype(new Coding()
                .setSystem(shape.interaction().getSystem())
                .setCode(shape.interaction().toCode()));
        event.addSubtype(new Coding().setSystem(KIND).setCode(code(entry.kind())));
        event.setAction(shape.pattern().getAction());
        event.setRecorded(Date.from(link.recordedAt()));
        event.setOutcome(outcome(entry.outcome()));
        entry.reason().ifPresent(event::setOutcomeDesc);
        entry.purpose().ifPresent(purpose -> event.addPurposeOfEvent(PurposeCodes.concept(purpose)));
        event.getSource().setObserver(new Reference().setDisplay("Many Paths " + link.node()));
        addAgents(event, entry, shape.pattern(), names);
        addEntities(event, entry, shape.isQuery() && viewer.seesEverything());
        return event;
    }

    static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static AuditEventOutcome outcome(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> AuditEventOutcome._0;
            case REFUSED -> AuditEventOutcome._4;
            case FAILED -> AuditEventOutcome._8;
        };
    }

    private static void addAgents(
            AuditEvent event, Entry entry, BalpProfileEnum pattern, Function<String, Optional<String>> names) {
        AuditEventAgentComponent client =
                event.addAgent().setRequestor(entry.user().isEmpty());
        client.getType().addCoding(pattern.getAgentClientTypeCoding());
        Reference who = new Reference();
        entry.organization().ifPresent(organization -> who.setReference("Organization/" + organization));
        entry.organization().flatMap(names).ifPresent(who::setDisplay);
        who.setIdentifier(new Identifier().setValue(entry.client().orElse("nobody known")));
        client.setWho(who);
        entry.user().ifPresent(user -> event.addAgent()
                .setRequestor(true)
                .setWho(new Reference(user))
                .getType()
                .setText("the one who was signed in"));
        AuditEventAgentComponent server = event.addAgent().setRequestor(false);
        server.getType().addCoding(pattern.getAgentServerTypeCoding());
        server.setWho(new Reference().setDisplay("Many Paths"));
        entry.basis().ifPresent(basis -> server.addPolicy(Canonical.BASE + "/basis/" + basis));
    }

    private static void addEntities(AuditEvent event, Entry entry, boolean withQuery) {
        event.addEntity()
                .setType(REQUEST_ID.copy())
                .setWhat(new Reference().setIdentifier(new Identifier().setValue(entry.requestId())));
        entry.person()
                .ifPresent(person -> entity(event, CS_AUDIT_ENTITY_TYPE_1_PERSON, CS_AUDIT_ENTITY_TYPE_1_PERSON_DISPLAY)
                        .setRole(role(CS_OBJECT_ROLE_1_PATIENT).setDisplay(CS_OBJECT_ROLE_1_PATIENT_DISPLAY))
                        .setWhat(new Reference("Patient/" + person)));
        Stream.concat(entry.records().stream(), entry.consent().map(id -> "Consent/" + id).stream())
                .forEach(record -> object(event)
                        .setRole(role(CS_OBJECT_ROLE_4_DOMAIN_RESOURCE)
                                .setDisplay(CS_OBJECT_ROLE_4_DOMAIN_RESOURCE_DISPLAY))
                        .setWhat(new Reference(record)));
        if (withQuery) {
            entry.query().ifPresent(query -> object(event)
                    .setRole(role(CS_OBJECT_ROLE_24_QUERY))
                    .setQuery(query.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static AuditEventEntityComponent object(AuditEvent event) {
        return entity(event, CS_AUDIT_ENTITY_TYPE_2_SYSTEM_OBJECT, CS_AUDIT_ENTITY_TYPE_2_SYSTEM_OBJECT_DISPLAY);
    }

    private static AuditEventEntityComponent entity(AuditEvent event, String type, String display) {
        return event.addEntity()
                .setType(new Coding()
                        .setSystem(CS_AUDIT_ENTITY_TYPE)
                        .setCode(type)
                        .setDisplay(display));
    }

    private static Coding role(String code) {
        return new Coding().setSystem(CS_OBJECT_ROLE).setCode(code);
    }
}
