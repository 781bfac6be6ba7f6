package org.manypaths.validation;

import ca.uhn.fhir.jpa.model.util.JpaConstants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.refusal.Issue;

/** Writes what a resource was warned about into its tags, and keeps them true from version to version. */
final class WarningTags {

    private WarningTags() {}

    /** Only the server says what it warned about: tags of this kind that came with the resource are dropped. */
    static void apply(Resource resource, List<Issue> issues) {
        Meta meta = resource.getMeta();
        meta.getTag().removeIf(WarningTags::isOurs);
        Arrays.stream(ValidationCode.values())
                .filter(code -> issues.stream().anyMatch(issue -> issue.code().equals(code.code())))
                .map(ValidationCode::tag)
                .distinct()
                .forEach(tag -> meta.addTag(tag.coding()));
    }

    /**
     * Lets the warnings of the version before go, and nothing else.
     *
     * <p>HAPI carries all tags over to a new version, as FHIR advises, unless told to take the tags as they are. It is
     * told so, and the other tags are carried over here. Security labels stay HAPI's affair: they are carried over
     * whatever the client says.
     *
     * @see <a href="https://hl7.org/fhir/R4/resource.html#tag-updates">Updates to tags, profiles and labels</a>
     */
    static void replaceThoseOf(Resource old, Resource updated, RequestDetails request) {
        request.setHeaders(JpaConstants.HEADER_META_SNAPSHOT_MODE, List.of("TAG,PROFILE"));
        List<Coding> present = updated.getMeta().getTag();
        Stream<Coding> lasting = old.getMeta().getTag().stream().filter(tag -> !isOurs(tag));
        lasting.filter(tag -> present.stream().noneMatch(other -> same(tag, other)))
                .toList()
                .forEach(tag -> updated.getMeta().addTag(tag.copy()));
    }

    private static boolean isOurs(Coding tag) {
        return WarningTag.SYSTEM.equals(tag.getSystem());
    }

    private static boolean same(Coding one, Coding other) {
        return String.valueOf(one.getSystem()).equals(String.valueOf(other.getSystem()))
                && String.valueOf(one.getCode()).equals(String.valueOf(other.getCode()));
    }
}
