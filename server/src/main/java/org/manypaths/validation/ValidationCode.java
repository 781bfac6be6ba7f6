package org.manypaths.validation;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** The kinds of things that validation finds; {@link #code()} is stable, programs may rely on it. */
enum ValidationCode {
    UNKNOWN_PROFILE("unknown-profile", IssueType.NOTFOUND, WarningTag.UNKNOWN_PROFILE),
    UNKNOWN_EXTENSION("unknown-extension", IssueType.EXTENSION, WarningTag.OTHER),
    UNKNOWN_ELEMENT("unknown-element", IssueType.STRUCTURE, WarningTag.OTHER),
    UNKNOWN_CODE("unknown-code", IssueType.CODEINVALID, WarningTag.UNKNOWN_CODE),
    UNCHECKED_CODE("unchecked-code", IssueType.NOTSUPPORTED, WarningTag.UNCHECKED_CODE),
    CODE_NOT_IN_VALUE_SET("code-not-in-value-set", IssueType.CODEINVALID, WarningTag.OTHER),
    DISPLAY("display", IssueType.VALUE, WarningTag.OTHER),
    REQUIRED("required", IssueType.REQUIRED, WarningTag.OTHER),
    SLICE_REQUIRED("slice-required", IssueType.REQUIRED, WarningTag.OTHER),
    TOO_MANY("too-many", IssueType.STRUCTURE, WarningTag.OTHER),
    FIXED_VALUE("fixed-value", IssueType.VALUE, WarningTag.OTHER),
    FORMAT("format", IssueType.VALUE, WarningTag.OTHER),
    INVARIANT("invariant", IssueType.INVARIANT, WarningTag.OTHER),
    REFERENCE_TYPE("reference-type", IssueType.STRUCTURE, WarningTag.OTHER),
    UNSAFE_NARRATIVE("unsafe-narrative", IssueType.SECURITY, WarningTag.OTHER),
    OTHER("other", IssueType.INVALID, WarningTag.OTHER),
    NOTHING_FOUND("nothing-found", IssueType.INFORMATIONAL, WarningTag.OTHER);

    private final String kind;
    private final IssueType type;
    private final WarningTag tag;

    ValidationCode(String kind, IssueType type, WarningTag tag) {
        this.kind = kind;
        this.type = type;
        this.tag = tag;
    }

    String code() {
        return "validation/" + kind;
    }

    IssueType type() {
        return type;
    }

    /** The tag that a stored resource bears when this was only a warning. */
    WarningTag tag() {
        return tag;
    }
}
