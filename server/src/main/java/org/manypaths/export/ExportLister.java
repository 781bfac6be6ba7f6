package org.manypaths.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Group;
import org.manypaths.access.RecordReleaser.Released;
import org.manypaths.audit.Disclosures;
import org.manypaths.audit.Persons;
import org.manypaths.export.ExportJob.File;
import org.manypaths.export.ExportRequest.Scope;
import org.manypaths.export.StoredRecords.Place;

/** Draws up what an export holds: the ids of all that its client may have at this moment. */
final class ExportLister {

    private final StoredRecords records;
    private final ExportJobs jobs;
    private final ExportGate gate;
    private final Persons persons;
    private final int fileSize;

    ExportLister(StoredRecords records, ExportJobs jobs, ExportGate gate, Persons persons, int fileSize) {
        this.records = records;
        this.jobs = jobs;
        this.gate = gate;
        this.persons = persons;
        this.fileSize = fileSize;
    }

    /**
     * Stores the files of a job.
     *
     * @param goOn asked before each page
     * @return the consents that some of it rests on; empty when it was told not to go on
     */
    Optional<Set<String>> list(ExportJob job, BooleanSupplier goOn) {
        Listing listing = new Listing(job, members(job));
        for (String type : new TreeSet<>(job.request().types())) {
            if (!listing.add(type, goOn)) {
                return Optional.empty();
            }
        }
        return Optional.of(listing.consents);
    }

    private Set<String> members(ExportJob job) {
        return job.request()
                .group()
                .flatMap(id -> records.read("Group", id))
                .map(Group.class::cast)
                .map(ExportLister::members)
                .orElse(Set.of());
    }

    private static Set<String> members(Group group) {
        Set<String> members = new TreeSet<>();
        group.getMember().stream()
                .filter(member -> !member.getInactive())
                .map(member -> member.getEntity().getReferenceElement())
                .filter(reference -> "Patient".equals(reference.getResourceType()))
                .forEach(reference -> members.add(reference.getIdPart()));
        return members;
    }

    /** One run through the store. */
    private final class Listing {

        private final ExportJob job;
        private final Set<String> members;
        private final Set<String> consents = new TreeSet<>();
        private int files;

        Listing(ExportJob job, Set<String> members) {
            this.job = job;
            this.members = members;
        }

        boolean add(String type, BooleanSupplier goOn) {
            Instant since = job.request().since().orElse(Instant.EPOCH);
            List<String> ids = new ArrayList<>();
            List<Place> page = List.of();
            do {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                long last = page.isEmpty() ? 0 : page.get(page.size() - 1).number();
                page = records.after(last, type, since, job.startedAt());
                page.stream().map(Place::id).filter(id -> belongs(type, id)).forEach(id -> {
                    ids.add(id);
                    if (ids.size() == fileSize) {
                        store(type, ids);
                    }
                });
            } while (page.size() == StoredRecords.PAGE);
            store(type, ids);
            return true;
        }

        private void store(String type, List<String> ids) {
            if (!ids.isEmpty()) {
                files++;
                jobs.add(job, new File(files, type, ids));
                ids.clear();
            }
        }

        private boolean belongs(String type, String id) {
            Optional<IBaseResource> resource = records.read(type, id).filter(this::isInScope);
            Disclosures notes = Disclosures.unattached();
            Optional<Released> released = resource.flatMap(found -> gate.release(job.session(), found, notes));
            released.flatMap(Released::consent).ifPresent(consents::add);
            return released.isPresent();
        }

        private boolean isInScope(IBaseResource resource) {
            if (job.request().scope() == Scope.SYSTEM) {
                return true;
            }
            List<String> people = persons.in(resource);
            return job.request().scope() == Scope.PATIENT
                    ? !people.isEmpty()
                    : people.stream().anyMatch(members::contains);
        }
    }
}
