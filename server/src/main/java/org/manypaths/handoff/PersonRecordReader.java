package org.manypaths.handoff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDaoPatient;
import ca.uhn.fhir.jpa.api.dao.PatientEverythingParameters;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import org.jspecify.annotations.Nullable;
import org.manypaths.access.Origin;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.HandoffRequest.Onward;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.gate.Question;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** Reads all that a handoff may be made of, with the rights of whoever asks: one search for the whole person. */
class PersonRecordReader {

    private static final String CUSTODIAN = Canonical.BASE + "/StructureDefinition/ihrp-custodian";

    /** As large as a page may be here: the search for the rest goes on in the background and is waited for in steps. */
    private static final int PAGE = 500;

    private static final Comparator<CarePlan> LATEST = Comparator.<CarePlan, @Nullable Date>comparing(
                    plan -> plan.getPeriod().getStart(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(CarePlan::getCreated, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(plan -> plan.getIdElement().getIdPart());

    private final DaoRegistry daos;
    private final IFhirResourceDaoPatient<Patient> patients;
    private final Colleagues colleagues;
    private final Supplier<String> base;

    /** @param base the address of the FHIR endpoint, known once the server listens */
    PersonRecordReader(
            DaoRegistry daos, IFhirResourceDaoPatient<Patient> patients, Colleagues colleagues, Supplier<String> base) {
        this.daos = daos;
        this.patients = patients;
        this.colleagues = colleagues;
        this.base = base;
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
        Organization sender = sender(plan, all);
        named(request.onward(), person, all, caller);
        colleagues.settle(all, senders(caller, plan, sender));
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
        StandingRules.check(record);
        return record;
    }

    /** Who may have written what counts of colleagues. */
    private static Set<String> senders(RequestDetails caller, CarePlan plan, Organization sender) {
        return Stream.of(
                        ours(caller, plan, sender),
                        Origin.holderOf(plan).stream().toList(),
                        Set.of(sender.getIdElement().getIdPart()))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
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

    /** The plan that stands for a person: the active one that began last; one that says when before one that does not. */
    String planOf(String personId, RequestDetails caller) {
        read(Patient.class, personId, caller);
        SearchParameterMap query =
                new SearchParameterMap().add(CarePlan.SP_PATIENT, new ReferenceParam("Patient/" + personId));
        return all(daos.getResourceDao(CarePlan.class).search(query, caller)).stream()
                .map(CarePlan.class::cast)
                .filter(BelongingRules::isIntegrative)
                .filter(plan -> plan.getStatus() == CarePlanStatus.ACTIVE)
                .max(LATEST)
                .map(plan -> plan.getIdElement().getIdPart())
                .orElseThrow(() -> HandoffCode.NO_PLAN.refusal(
                        "No integrative plan stands for this person.", "Name the plan: CarePlan/[id]/$handoff."));
    }

    private Map<String, Resource> everything(String person, RequestDetails caller) {
        // With the rights of the caller a plain search would end at the first page.
        PatientEverythingParameters pages = new PatientEverythingParameters();
        pages.setCount(new IntegerType(PAGE));
        Map<String, Resource> all = new LinkedHashMap<>();
        all(patients.patientInstanceEverything(null, caller, pages, new IdType("Patient", person)))
                .forEach(record -> all.put(Passage.key(record), record));
        OtherPeople.takeOut(person, all, base.get());
        return all;
    }

    /** All pages. One may be short, or empty, because it held what is hidden from the caller. */
    private static List<Resource> all(IBundleProvider found) {
        List<Resource> all = new ArrayList<>();
        boolean more = true;
        for (int from = 0; more; from += PAGE) {
            List<IBaseResource> page = found.getResources(from, from + PAGE);
            page.forEach(record -> all.add((Resource) record));
            Integer size = found.size();
            more = page.size() >= PAGE || (size != null && from + PAGE < size);
        }
        return all;
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
    private void named(Onward onward, String person, Map<String, Resource> all, RequestDetails caller) {
        for (Optional<String> reference : List.of(onward.gapAcknowledgedBy(), onward.outreachOwner())) {
            if (reference.isPresent() && !all.containsKey(reference.get())) {
                IdType id = new IdType(reference.get());
                try {
                    Resource found =
                            (Resource) daos.getResourceDao(id.getResourceType()).read(id, caller);
                    if (!Question.isOf(person, found)) {
                        continue;
                    }
                    all.put(reference.get(), found);
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

    private <R extends Resource> R read(Class<R> type, String id, RequestDetails caller) {
        return daos.getResourceDao(type).read(new IdType(type.getSimpleName(), id), caller);
    }
}
