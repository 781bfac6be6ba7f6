package org.manypaths.handoff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDaoPatient;
import ca.uhn.fhir.jpa.api.dao.PatientEverythingParameters;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.Origin;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.HandoffRequest.Onward;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** Reads all that a handoff may be made of, with the rights of whoever asks: one search for the whole person. */
class PersonRecordReader {

    private static final String CUSTODIAN = Canonical.BASE + "/StructureDefinition/ihrp-custodian";

    /** As large as a page may be here: the search for the rest goes on in the background and is waited for in steps. */
    private static final int PAGE = 500;

    private final DaoRegistry daos;
    private final IFhirResourceDaoPatient<Patient> patients;

    PersonRecordReader(DaoRegistry daos, IFhirResourceDaoPatient<Patient> patients) {
        this.daos = daos;
        this.patients = patients;
    }

    /** @throws org.manypaths.refusal.Refusal for what is no integrative plan, or when it is not known between whom */
    PersonRecord read(String planId, HandoffRequest request, RequestDetails caller) {
        CarePlan stored = read(CarePlan.class, planId, caller);
        if (!BelongingRules.isIntegrative(stored)) {
            throw HandoffCode.NOT_A_PLAN.refusal(
                    "This CarePlan is not an integrative treatment plan.",
                    "Hand over the plan of which it is a part; its category is integrative-plan.");
        }
        String person = String.valueOf(stored.getSubject().getReferenceElement().getIdPart());
        Map<String, Resource> all = everything(person, caller);
        CarePlan plan = get(all, Passage.key(stored), CarePlan.class).orElse(stored);
        all.putIfAbsent(Passage.key(plan), plan);
        Organization recipient = recipient(request.recipient(), all, caller);
        named(request.onward(), all, caller);
        Organization sender = sender(plan, all);
        if (!AsOfRules.isKnown(plan, request.asOf())) {
            throw HandoffCode.AS_OF_BEFORE_PLAN.refusal(
                    "The plan was not made yet at that moment.", "Choose a later as-of, or an earlier plan.");
        }
        PersonRecord record = new PersonRecord(
                plan,
                get(all, "Patient/" + person, Patient.class).orElseThrow(),
                sender,
                recipient,
                List.copyOf(all.values()),
                ours(caller, plan, sender));
        SenderRules.check(Sessions.of(caller), record);
        requireAnother(sender, recipient);
        return record;
    }

    /** Told after the question whether the caller may hand over at all. */
    private static void requireAnother(Organization sender, Organization recipient) {
        if (Passage.key(sender).equals(Passage.key(recipient))) {
            throw HandoffCode.RECIPIENT_IS_SENDER.about(
                    "recipient",
                    "The recipient is " + sender.getName() + ", which hands the plan over.",
                    "Name the organization that takes over.");
        }
    }

    /** For whom the caller works; an operator for whoever holds the plan and hands it over. */
    private static Set<String> ours(RequestDetails caller, CarePlan plan, Organization sender) {
        Optional<Session> session = Sessions.of(caller);
        if (session.filter(Session::isOperator).isPresent()) {
            return Stream.concat(
                            Origin.holderOf(plan).stream(),
                            Stream.of(sender.getIdElement().getIdPart()))
                    .collect(Collectors.toSet());
        }
        return session.map(Session::caller)
                .map(who -> Stream.concat(Stream.of(who.organization()), who.programmes().stream())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** The plan that stands for a person: the active one that began last. */
    String planOf(String personId, RequestDetails caller) {
        read(Patient.class, personId, caller);
        SearchParameterMap query =
                SearchParameterMap.newSynchronous().add(CarePlan.SP_PATIENT, new ReferenceParam("Patient/" + personId));
        return daos.getResourceDao(CarePlan.class).search(query, caller).getAllResources().stream()
                .map(CarePlan.class::cast)
                .filter(BelongingRules::isIntegrative)
                .filter(plan -> plan.getStatus() == CarePlanStatus.ACTIVE)
                .max(Comparator.comparing(plan ->
                        String.valueOf(plan.getPeriod().getStartElement().getValueAsString())))
                .map(plan -> plan.getIdElement().getIdPart())
                .orElseThrow(() -> HandoffCode.NO_PLAN.refusal(
                        "No integrative plan stands for this person.", "Name the plan: CarePlan/[id]/$handoff."));
    }

    private Map<String, Resource> everything(String person, RequestDetails caller) {
        // With the rights of the caller a plain search would end at the first page.
        PatientEverythingParameters pages = new PatientEverythingParameters();
        pages.setCount(new IntegerType(PAGE));
        IBundleProvider found = patients.patientInstanceEverything(null, caller, pages, new IdType("Patient", person));
        Map<String, Resource> all = new LinkedHashMap<>();
        List<IBaseResource> page;
        int from = 0;
        do {
            page = found.getResources(from, from + PAGE);
            put(all, page);
            from += PAGE;
        } while (page.size() >= PAGE);
        roles(all.values(), all, caller);
        return all;
    }

    /** Telephone numbers of colleagues stand in their roles, which refer to them and not the other way round. */
    private void roles(Collection<Resource> of, Map<String, Resource> all, RequestDetails caller) {
        ReferenceOrListParam colleagues = new ReferenceOrListParam();
        of.stream()
                .filter(Practitioner.class::isInstance)
                .forEach(colleague -> colleagues.add(new ReferenceParam(Passage.key(colleague))));
        if (colleagues.size() > 0) {
            SearchParameterMap query =
                    SearchParameterMap.newSynchronous().add(PractitionerRole.SP_PRACTITIONER, colleagues);
            put(
                    all,
                    daos.getResourceDao(PractitionerRole.class)
                            .search(query, caller)
                            .getAllResources());
        }
    }

    private Organization recipient(String id, Map<String, Resource> all, RequestDetails caller) {
        try {
            Organization recipient = read(Organization.class, id, caller);
            all.putIfAbsent(Passage.key(recipient), recipient);
            return get(all, Passage.key(recipient), Organization.class).orElse(recipient);
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            throw HandoffCode.RECIPIENT_UNKNOWN.about(
                    "recipient",
                    "The recipient is no organization that this server knows.",
                    "Name one that stands here, or store the Organization first.");
        }
    }

    /** Those who are named beside the record are read so that the document can call them by name. */
    private void named(Onward onward, Map<String, Resource> all, RequestDetails caller) {
        for (Optional<String> reference : List.of(onward.gapAcknowledgedBy(), onward.outreachOwner())) {
            if (reference.isPresent() && !all.containsKey(reference.get())) {
                IdType id = new IdType(reference.get());
                try {
                    Resource found =
                            (Resource) daos.getResourceDao(id.getResourceType()).read(id, caller);
                    all.put(reference.get(), found);
                    roles(List.of(found), all, caller);
                    if (found instanceof PractitionerRole role
                            && role.getPractitioner().hasReference()) {
                        Resource colleague = read(
                                Practitioner.class,
                                role.getPractitioner().getReferenceElement().getIdPart(),
                                caller);
                        all.putIfAbsent(Passage.key(colleague), colleague);
                    }
                } catch (ResourceNotFoundException | ResourceGoneException e) {
                    // The rules of sending say who is not known, together with everything else that is unsettled.
                }
            }
        }
    }

    /** Who hands over: where the person stayed, or else who keeps the plan. */
    private static Organization sender(CarePlan plan, Map<String, Resource> all) {
        Optional<Reference> stay = get(all, String.valueOf(plan.getEncounter().getReference()), Encounter.class)
                .map(Encounter::getServiceProvider);
        Optional<Reference> custodian = Optional.ofNullable(plan.getExtensionByUrl(CUSTODIAN))
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
        return stay.filter(Reference::hasReference)
                .or(() -> custodian)
                .flatMap(reference -> get(all, String.valueOf(reference.getReference()), Organization.class))
                .orElseThrow(() -> HandoffCode.SENDER_UNKNOWN.refusal(
                        "The plan does not tell which organization hands it over.",
                        "Give the plan an encounter with a serviceProvider, or a custodian."));
    }

    private static <R extends Resource> Optional<R> get(Map<String, Resource> all, String key, Class<R> type) {
        return Optional.ofNullable(all.get(key)).filter(type::isInstance).map(type::cast);
    }

    private static void put(Map<String, Resource> all, List<? extends IBaseResource> found) {
        found.forEach(record -> all.put(Passage.key((Resource) record), (Resource) record));
    }

    private <R extends Resource> R read(Class<R> type, String id, RequestDetails caller) {
        return daos.getResourceDao(type).read(new IdType(type.getSimpleName(), id), caller);
    }
}
