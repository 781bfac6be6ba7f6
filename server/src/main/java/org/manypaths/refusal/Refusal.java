package org.manypaths.refusal;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;

/**
 * A request that the server will not carry out, with the HTTP status and the reasons that the sender reads.
 *
 * <p>Thrown inside a storage transaction it rolls the transaction back.
 */
public class Refusal extends BaseServerResponseException {

    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    public Refusal(int status, List<Issue> issues) {
        super(status, issues.get(0).sentence(), Outcomes.of(issues));
        this.issues = List.copyOf(issues);
    }

    public Refusal(int status, Issue issue) {
        this(status, List.of(issue));
    }

    /** At least one. */
    public List<Issue> issues() {
        return issues;
    }
}
