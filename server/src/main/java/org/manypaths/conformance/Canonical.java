package org.manypaths.conformance;

/** The names under which the Many Paths definitions are known everywhere. */
public final class Canonical {

    /** The base of every canonical URL of ours. */
    public static final String BASE = "https://w3id.org/manypaths/fhir";

    /** The name of the FHIR package. */
    public static final String PACKAGE = "org.manypaths.ihrp";

    /** The search parameter by which the server finds what a caller may see, and the mark that it looks at. */
    public static final String ACCESS = "ihrp-access";

    private Canonical() {}
}
