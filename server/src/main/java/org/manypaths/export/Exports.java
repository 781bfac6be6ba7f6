package org.manypaths.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.manypaths.audit.Disclosures;
import org.manypaths.export.ExportJob.File;
import org.manypaths.export.ExportJob.State;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;

/** What a client can do with exports; a job of another client does not exist for it. */
final class Exports {

    private final ExportJobs jobs;
    private final ExportWorker worker;
    private final ExportDownload download;
    private final StoredRecords records;
    private final ExportGate gate;
    private final ExportSettings settings;
    private final Clock clock;
    private final Supplier<String> ids;

    Exports(Parts parts, ExportSettings settings, Clock clock, Supplier<String> ids) {
        jobs = parts.jobs();
        worker = parts.worker();
        download = parts.download();
        records = parts.records();
        gate = parts.gate();
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /** Those who do the work. */
    record Parts(
            ExportJobs jobs, ExportWorker worker, ExportDownload download, StoredRecords records, ExportGate gate) {}

    ExportJob begin(Session session, ExportRequest request) {
        gate.admit(session, request);
        request.group().ifPresent(group -> requireGroup(group, session));
        if (jobs.underWay(session.client()) >= settings.concurrent()) {
            throw RequestCode.TOO_MANY.refusal(
                    "Your client has " + settings.concurrent() + " exports that are not ready yet.",
                    "Wait for one of them, or cancel it with DELETE on its status address.");
        }
        Instant now = clock.instant();
        ExportJob job =
                new ExportJob(ids.get(), session, request, now, now.plus(settings.expiry()), State.WAITING, Set.of());
        jobs.add(job);
        worker.wake();
        return job;
    }

    ExportJob job(String id, Session session) {
        return jobs.find(id, session.client(), clock.instant()).orElseThrow(() -> notHere("export " + id));
    }

    List<File> files(ExportJob job) {
        return jobs.files(job);
    }

    /** The scope of each consent that it rests on. */
    List<String> scopes(ExportJob job, Session session) {
        return gate.scopes(session, job.consents());
    }

    void cancel(ExportJob job) {
        jobs.remove(job);
    }

    void download(ExportJob job, int number, Session session, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        File file = (job.state() == State.READY ? jobs.files(job) : List.<File>of())
                .stream()
                        .filter(candidate -> candidate.number() == number)
                        .findFirst()
                        .orElseThrow(() -> notHere("file " + number + " of export " + job.id()));
        gate.accompany(response, session, job.consents());
        download.write(file, session, request, response);
    }

    private void requireGroup(String group, Session session) {
        boolean there = records.read("Group", group)
                .flatMap(found -> gate.release(session, found, Disclosures.unattached()))
                .isPresent();
        if (!there) {
            throw notHere("Group/" + group);
        }
    }

    private static Refusal notHere(String what) {
        return RequestCode.NOT_FOUND.refusal(
                Character.toUpperCase(what.charAt(0)) + what.substring(1) + " is not here.", "");
    }
}
