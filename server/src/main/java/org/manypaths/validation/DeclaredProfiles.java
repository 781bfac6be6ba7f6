package org.manypaths.validation;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.manypaths.conformance.Canonical;
import org.manypaths.refusal.Issue;

/** The profiles that a resource claims to follow, and whether this server carries them. */
final class DeclaredProfiles {

    private final IValidationSupport definitions;

    DeclaredProfiles(IValidationSupport definitions) {
        this.definitions = definitions;
    }

    /** The first profile that is claimed and carried; the validator follows the claims to the others by itself. */
    Optional<String> firstKnown(Resource resource) {
        return claims(resource).stream().filter(this::isKnown).findFirst();
    }

    /** An unknown profile of ours is an error, for it can only be a slip; that of others is a warning. */
    List<Issue> check(Resource resource) {
        List<Issue> issues = new ArrayList<>();
        List<String> claims = claims(resource);
        for (String profile : claims.stream().distinct().toList()) {
            if (!isKnown(profile)) {
                String path = resource.fhirType() + ".meta.profile[" + claims.indexOf(profile) + "]";
                issues.add(isOurs(profile) ? noSuchProfile(profile, resource, path) : notCarried(profile, path));
            }
        }
        return issues;
    }

    /** Whoever asks for a profile by name is not helped by an answer about less. */
    List<Issue> refuse(Collection<String> asked) {
        ValidationCode code = ValidationCode.UNKNOWN_PROFILE;
        return asked.stream()
                .filter(profile -> !isKnown(profile))
                .map(profile -> Issue.error(
                                code.type(), code.code(), "This server does not carry the profile " + profile + ".")
                        .remedy("/metadata lists the profiles that it carries, under supportedProfile."))
                .toList();
    }

    boolean isKnown(String profile) {
        return definitions.fetchStructureDefinition(profile) != null;
    }

    private Issue noSuchProfile(String profile, Resource resource, String path) {
        ValidationCode code = ValidationCode.UNKNOWN_PROFILE;
        String known = known(resource.fhirType());
        return Issue.error(code.type(), code.code(), "There is no profile " + profile + ".")
                .remedy(
                        known.isEmpty()
                                ? "This server has no profile of its own for " + resource.fhirType() + "."
                                : "For " + resource.fhirType() + " this server knows: " + known + ".")
                .at(path);
    }

    private static Issue notCarried(String profile, String path) {
        ValidationCode code = ValidationCode.UNKNOWN_PROFILE;
        return Issue.warning(
                        code.type(),
                        code.code(),
                        "This server does not carry the profile " + profile + ", so the resource was not held to it.")
                .at(path);
    }

    private String known(String type) {
        List<StructureDefinition> all =
                Objects.requireNonNullElse(definitions.<StructureDefinition>fetchAllStructureDefinitions(), List.of());
        return all.stream()
                .filter(definition -> isOurs(definition.getUrl()) && type.equals(definition.getType()))
                .map(StructureDefinition::getUrl)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean isOurs(String profile) {
        return profile.startsWith(Canonical.BASE + "/");
    }

    private static List<String> claims(Resource resource) {
        return resource.getMeta().getProfile().stream()
                .map(PrimitiveType::getValue)
                .filter(Objects::nonNull)
                .toList();
    }
}
