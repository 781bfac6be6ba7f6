package org.manypaths.export;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.manypaths.export.ExportRequest.Scope;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** FHIR Bulk Data 2.0: kick-off, status, files and cancelling. */
class ExportProvider {

    private static final int ALL = OperationParam.MAX_UNLIMITED;

    private final Exports exports;
    private final FhirContext fhirContext;

    ExportProvider(Exports exports, FhirContext fhirContext) {
        this.exports = exports;
        this.fhirContext = fhirContext;
    }

    @Operation(name = "$export", idempotent = true, manualResponse = true)
    public void exportSystem(
            @OperationParam(name = "_type", max = ALL) @Nullable List<StringType> types,
            @OperationParam(name = "_since") @Nullable InstantType since,
            @OperationParam(name = "_outputFormat") @Nullable StringType format,
            RequestDetails request,
            HttpServletResponse response) {
        Asked asked = new Asked(Scope.SYSTEM, Optional.empty(), types, since, format);
        kickOff(asked, request, response);
    }

    @Operation(name = "$export", typeName = "Patient", idempotent = true, manualResponse = true)
    public void exportPatients(
            @OperationParam(name = "_type", max = ALL) @Nullable List<StringType> types,
            @OperationParam(name = "_since") @Nullable InstantType since,
            @OperationParam(name = "_outputFormat") @Nullable StringType format,
            RequestDetails request,
            HttpServletResponse response) {
        Asked asked = new Asked(Scope.PATIENT, Optional.empty(), types, since, format);
        kickOff(asked, request, response);
    }

    @Operation(name = "$export", typeName = "Group", idempotent = true, manualResponse = true)
    public void exportGroup(
            @IdParam IdType group,
            @OperationParam(name = "_type", max = ALL) @Nullable List<StringType> types,
            @OperationParam(name = "_since") @Nullable InstantType since,
            @OperationParam(name = "_outputFormat") @Nullable StringType format,
            RequestDetails request,
            HttpServletResponse response) {
        Asked asked = new Asked(Scope.GROUP, Optional.of(group.getIdPart()), types, since, format);
        kickOff(asked, request, response);
    }

    @Operation(name = "$export-status", idempotent = true, deleteEnabled = true, manualResponse = true)
    public void status(
            @OperationParam(name = "job", min = 1) @Nullable StringType id,
            RequestDetails request,
            HttpServletResponse response)
            throws IOException {
        ExportJob job = exports.job(given("job", id), session(request));
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            exports.cancel(job);
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } else if (job.isUnderWay()) {
            response.setHeader("X-Progress", "listing");
            response.setHeader("Retry-After", "1");
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } else if (job.state() == ExportJob.State.FAILED) {
            throw new IllegalStateException("The export failed");
        } else {
            manifest(job, request, response);
        }
    }

    @Operation(name = "$export-file", idempotent = true, manualResponse = true)
    public void file(
            @OperationParam(name = "job", min = 1) @Nullable StringType id,
            @OperationParam(name = "file", min = 1) @Nullable IntegerType number,
            RequestDetails request,
            HttpServletRequest servletRequest,
            HttpServletResponse response)
            throws IOException {
        Session session = session(request);
        String job = given("job", id);
        int file = given("file", number);
        exports.download(exports.job(job, session), file, session, servletRequest, response);
    }

    private static <T> T given(String name, @Nullable IPrimitiveType<T> value) {
        if (value == null || value.getValue() == null) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "The address has no " + name + ".", "Ask by an address that the server gave, as it stands there.");
        }
        return value.getValue();
    }

    /** A kick-off as it was sent. */
    private record Asked(
            Scope scope,
            Optional<String> group,
            @Nullable List<StringType> types,
            @Nullable InstantType since,
            @Nullable StringType format) {

        List<String> typeNames() {
            return types == null
                    ? List.of()
                    : types.stream().map(StringType::getValue).toList();
        }
    }

    private void kickOff(Asked asked, RequestDetails request, HttpServletResponse response) {
        Session session = session(request);
        String format = asked.format() == null ? null : asked.format().getValue();
        ExportRules.check(request.getHeader("Prefer"), format);
        Set<String> types = ExportRules.types(fhirContext, asked.scope(), asked.typeNames(), type -> session.scopes()
                .allows(type, Interaction.READ));
        ExportRequest export = new ExportRequest(
                asked.scope(), asked.group(), types, ExportRules.since(asked.since()), request.getCompleteUrl());
        ExportJob job = begin(session, export, response);
        response.setHeader("Content-Location", request.getFhirServerBase() + "/$export-status?job=" + job.id());
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }

    private ExportJob begin(Session session, ExportRequest export, HttpServletResponse response) {
        try {
            return exports.begin(session, export);
        } catch (Refusal refusal) {
            if (refusal.getStatusCode() == RequestCode.TOO_MANY.status()) {
                response.setHeader("Retry-After", "30");
            }
            throw refusal;
        }
    }

    private void manifest(ExportJob job, RequestDetails request, HttpServletResponse response) throws IOException {
        List<String> scopes = exports.scopes(job, session(request));
        byte[] body = Manifest.of(job, exports.files(job), scopes, request.getFhirServerBase())
                .getBytes(StandardCharsets.UTF_8);
        response.setHeader(
                "Expires",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(job.expiresAt().atOffset(ZoneOffset.UTC)));
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Session session(RequestDetails request) {
        return Sessions.of(request).orElseThrow(ExportProvider::unknown);
    }

    private static Refusal unknown() {
        return RequestCode.UNAUTHORIZED.refusal(
                "An export is made for a client that the server knows.", "Send an access token.");
    }
}
