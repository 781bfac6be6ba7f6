package org.manypaths.export;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.manypaths.access.OperationGrant;
import org.manypaths.access.RecordReleaser;
import org.manypaths.audit.AnswerRecord;
import org.manypaths.audit.Persons;
import org.manypaths.security.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bulk export. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    private static final int ID_BYTES = 16;

    @Bean(destroyMethod = "close")
    ExportWorker exportWorker(ExportJobs jobs, ExportLister lister, Clock clock) {
        return new ExportWorker(jobs, lister, clock, randomIds().get());
    }

    @Bean
    ExportJobs exportJobs(JdbcTemplate database) {
        return new ExportJobs(database);
    }

    @Bean
    StoredRecords storedRecords(JdbcTemplate database, DaoRegistry daos) {
        return new StoredRecords(database, daos);
    }

    @Bean
    ExportGate exportGate(RecordReleaser releaser) {
        return new ExportGate(releaser);
    }

    /** That it is for systems, and a job its client's, they say themselves. */
    @Bean
    OperationGrant exportGrant() {
        return grant("$export");
    }

    @Bean
    OperationGrant exportStatusGrant() {
        return grant("$export-status");
    }

    @Bean
    OperationGrant exportFileGrant() {
        return grant("$export-file");
    }

    private static OperationGrant grant(String name) {
        return new OperationGrant(name, EnumSet.allOf(Role.class), true);
    }

    @Bean
    ExportLister exportLister(
            StoredRecords records, ExportJobs jobs, ExportGate gate, Persons persons, ExportSettings settings) {
        return new ExportLister(records, jobs, gate, persons, settings.fileSize());
    }

    @Bean
    Exports.Parts exportParts(
            ExportJobs jobs,
            ExportWorker worker,
            StoredRecords records,
            ExportGate gate,
            ObjectProvider<ExportDownload> download) {
        return new Exports.Parts(jobs, worker, download.getObject(), records, gate);
    }

    @Bean
    ExportDownload exportDownload(StoredRecords records, ExportGate gate, AnswerRecord trail, FhirContext fhirContext) {
        return new ExportDownload(records, gate, trail, fhirContext);
    }

    @Bean
    SmartInitializingSingleton exportEndpoints(
            RestfulServer server, Exports.Parts parts, ExportSettings settings, Clock clock, FhirContext fhirContext) {
        Exports exports = new Exports(parts, settings, clock, randomIds());
        return () -> {
            server.registerProviders(new ExportProvider(exports, fhirContext));
            parts.worker().start();
        };
    }

    private static Supplier<String> randomIds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}
