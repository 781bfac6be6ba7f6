package org.manypaths.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.manypaths.export.ExportJob.File;

/** The list of files that a client gets when its export is ready. */
final class Manifest {

    /** Statement 2 of 42 CFR 2.32(a). */
    static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifest() {}

    /** @param scopes of the consents that the job rests on, each in words (42 CFR 2.32(b)) */
    static String of(ExportJob job, List<File> files, List<String> scopes, String fhirBase) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("transactionTime", job.startedAt().toString());
        manifest.put("request", job.request().url());
        manifest.put("requiresAccessToken", true);
        ArrayNode output = manifest.putArray("output");
        files.forEach(file -> output.addObject()
                .put("type", file.type())
                .put("url", fhirBase + "/$export-file?job=" + job.id() + "&file=" + file.number())
                .put("count", file.ids().size()));
        manifest.putArray("error");
        if (!job.consents().isEmpty()) {
            ObjectNode extension = manifest.putObject("extension");
            extension.put("notice", NOTICE);
            ArrayNode consents = extension.putArray("consent");
            job.consents().stream().sorted().forEach(consents::add);
            ArrayNode explained = extension.putArray("scope");
            scopes.forEach(explained::add);
        }
        return manifest.toString();
    }
}
