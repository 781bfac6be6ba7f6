package org.manypaths.access;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Interaction;
import org.manypaths.validation.RecordValidator;

/**
 * Lets a record be changed by the organisation that it came in through, a handoff also by its other side, and by nobody
 * else.
 *
 * <p>Whoever may write the type learns first whether what they sent is valid, then whether it is there for them.
 */
class WriteGuard {

    private static final int UNPROCESSABLE = 422;

    private final RecordGuard guard;
    private final WrittenScopes scopes;
    private final RecordValidator validator;

    WriteGuard(RecordGuard guard, WrittenScopes scopes, RecordValidator validator) {
        this.guard = guard;
        this.scopes = scopes;
        this.validator = validator;
    }

    /** @param body what is sent to replace the record, if anything is */
    void requireOwn(Sight sight, Interaction interaction, IdType id, Optional<IBaseResource> body) {
        Optional<RecordGuard.Finding> found = guard.find(sight, id.getResourceType(), id.getIdPart())
                .filter(finding -> finding.decision().isPermit())
                .filter(finding -> scopes.reach(sight, interaction, id, finding.marks()));
        boolean own = found.map(RecordGuard.Finding::marks)
                .filter(marks -> sight.isSideOf(marks)
                        || marks.stamp().map(Stamp::holder).filter(sight::isOwn).isPresent())
                .isPresent();
        if (own) {
            return;
        }
        body.ifPresent(this::requireValid);
        if (found.isEmpty()) {
            throw Absence.of(id.getResourceType() + "/" + id.getIdPart());
        }
        throw AccessCode.NOT_YOURS.refusal(
                "The record came in through another organisation; only that one changes it.",
                "Ask its holder, or store what you have to say as a record of your own.");
    }

    /** Refused as absent where the scopes that allow such a change do not reach the record. */
    void requireReached(Sight sight, Interaction interaction, IdType id, Marks marks) {
        if (!scopes.reach(sight, interaction, id, marks)) {
            throw Absence.of(id.getResourceType() + "/" + id.getIdPart());
        }
    }

    private void requireValid(IBaseResource body) {
        if (body instanceof Resource resource) {
            List<Issue> errors =
                    validator.validate(resource).stream().filter(Issue::refuses).toList();
            if (!errors.isEmpty()) {
                throw new Refusal(UNPROCESSABLE, errors);
            }
        }
    }
}
