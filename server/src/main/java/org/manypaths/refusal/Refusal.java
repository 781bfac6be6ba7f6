package org.manypaths.refusal;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.Optional;

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

    /**
     * Keeps all issues for the answer to an entry of a batch: HAPI passes on the message of an exception, no more.
     *
     * @return this
     */
    public Refusal rememberedBy(RequestDetails request) {
        request.getUserData().put(key(issues.get(0).sentence()), this);
        return this;
    }

    static Optional<Refusal> recall(RequestDetails request, String message) {
        return Optional.ofNullable((Refusal) request.getUserData().get(key(message)));
    }

    private static String key(String message) {
        return Refusal.class.getName() + ":" + message;
    }

    /** At least one. */
    public List<Issue> issues() {
        return issues;
    }
}
