package org.manypaths.export;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.manypaths.access.RecordReleaser.Released;
import org.manypaths.audit.AnswerRecord;
import org.manypaths.audit.Disclosures;
import org.manypaths.audit.Kind;
import org.manypaths.export.ExportJob.File;
import org.manypaths.security.Session;

/**
 * Gives out a file, a few resources at a time: read as they are now, judged once more, put into the trail, and only then
 * written.
 */
final class ExportDownload {

    private static final int AT_ONCE = 100;
    private static final String MEDIA_TYPE = "application/fhir+ndjson";

    private final StoredRecords records;
    private final ExportGate gate;
    private final AnswerRecord trail;
    private final FhirContext fhirContext;

    ExportDownload(StoredRecords records, ExportGate gate, AnswerRecord trail, FhirContext fhirContext) {
        this.records = records;
        this.gate = gate;
        this.trail = trail;
        this.fhirContext = fhirContext;
    }

    void write(File file, Session session, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(MEDIA_TYPE);
        for (int start = 0; start < file.ids().size(); start += AT_ONCE) {
            int end = Math.min(file.ids().size(), start + AT_ONCE);
            List<IBaseResource> released = release(file, file.ids().subList(start, end), session, request);
            trail.appendOrBreakOff(request, Kind.EXPORT, released);
            write(released, response.getOutputStream());
        }
        response.flushBuffer();
    }

    private List<IBaseResource> release(File file, List<String> ids, Session session, HttpServletRequest request) {
        Disclosures notes = Disclosures.of(request);
        List<IBaseResource> released = new ArrayList<>();
        ids.forEach(id -> records.read(file.type(), id)
                .flatMap(resource -> gate.release(session, resource, notes))
                .map(Released::resource)
                .ifPresent(released::add));
        return released;
    }

    private void write(List<IBaseResource> resources, OutputStream out) throws IOException {
        IParser parser = fhirContext.newJsonParser().setPrettyPrint(false);
        for (IBaseResource resource : resources) {
            out.write(parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
    }
}
