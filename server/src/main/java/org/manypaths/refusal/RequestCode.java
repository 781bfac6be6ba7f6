package org.manypaths.refusal;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Why a request is refused, whatever it was about; {@link #code()} is stable, programs may rely on it. */
public enum RequestCode {
    NOT_JSON(400, "not-json", IssueType.STRUCTURE),
    NOT_XML(400, "not-xml", IssueType.STRUCTURE),
    NOT_FHIR(400, "not-fhir", IssueType.STRUCTURE),
    DUPLICATE_KEY(400, "duplicate-key", IssueType.STRUCTURE),
    UNKNOWN_ELEMENT(400, "unknown-element", IssueType.STRUCTURE),
    TOO_DEEP(400, "too-deep", IssueType.TOOLONG),
    TOO_MANY_ENTRIES(413, "too-many-entries", IssueType.TOOLONG),
    DOCTYPE(400, "doctype", IssueType.SECURITY),
    EMPTY_BODY(400, "empty-body", IssueType.REQUIRED),
    WRONG_TYPE(400, "wrong-type", IssueType.INVALID),
    ID_MISMATCH(400, "id-mismatch", IssueType.INVALID),
    CHOSEN_ID(400, "chosen-id", IssueType.INVALID),
    UNKNOWN_PARAMETER(400, "unknown-parameter", IssueType.INVALID),
    PARAMETER_LIMIT(400, "parameter-limit", IssueType.TOOCOSTLY),
    INVALID_PARAMETER(400, "invalid-parameter", IssueType.INVALID),
    IF_MATCH(400, "if-match", IssueType.INVALID),
    INVALID(400, "invalid", IssueType.INVALID),
    UNAUTHORIZED(401, "unauthorized", IssueType.LOGIN),
    FORBIDDEN(403, "forbidden", IssueType.FORBIDDEN),
    NOT_FOUND(404, "not-found", IssueType.NOTFOUND),
    UNKNOWN_TYPE(404, "unknown-type", IssueType.NOTSUPPORTED),
    UNKNOWN_OPERATION(404, "unknown-operation", IssueType.NOTSUPPORTED),
    METHOD(405, "method", IssueType.NOTSUPPORTED),
    FORMAT(406, "format", IssueType.NOTSUPPORTED),
    STILL_REFERENCED(409, "still-referenced", IssueType.CONFLICT),
    BUSY(409, "busy", IssueType.CONFLICT),
    DELETED(410, "deleted", IssueType.DELETED),
    STALE_VERSION(412, "stale-version", IssueType.CONFLICT),
    PRECONDITION(412, "precondition", IssueType.CONFLICT),
    MULTIPLE_MATCHES(412, "multiple-matches", IssueType.MULTIPLEMATCHES),
    TOO_LARGE(413, "too-large", IssueType.TOOLONG),
    URL_TOO_LONG(414, "url-too-long", IssueType.TOOLONG),
    CONTENT_TYPE(415, "content-type", IssueType.NOTSUPPORTED),
    DANGLING_REFERENCE(422, "dangling-reference", IssueType.NOTFOUND),
    UNPROCESSABLE(422, "unprocessable", IssueType.PROCESSING),
    TOO_COSTLY(422, "too-costly", IssueType.TOOCOSTLY),
    VERSION_REQUIRED(428, "version-required", IssueType.REQUIRED),
    TOO_MANY(429, "too-many", IssueType.THROTTLED),
    INTERNAL(500, "internal", IssueType.EXCEPTION),
    TOO_SLOW(503, "too-slow", IssueType.TIMEOUT);

    private final int status;
    private final String kind;
    private final IssueType type;

    RequestCode(int status, String kind, IssueType type) {
        this.status = status;
        this.kind = kind;
        this.type = type;
    }

    public int status() {
        return status;
    }

    public String code() {
        return "request/" + kind;
    }

    /** An issue of this kind. */
    public Issue issue(String problem) {
        return Issue.error(type, code(), problem);
    }

    /** A refusal for this reason alone. */
    public Refusal refusal(String problem, String remedy) {
        return new Refusal(status, issue(problem).remedy(remedy));
    }
}
