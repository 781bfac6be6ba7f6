package org.manypaths.security;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a token was given for.
 *
 * @param resources the scopes that speak of resources
 * @param others the remaining ones, such as {@code openid} or {@code launch/patient}
 */
public record Scopes(List<Scope> resources, Set<String> others) {

    /** All that are known beside those for resources; any other is refused. */
    static final Set<String> OTHERS =
            Set.of("openid", "fhirUser", "profile", "launch", "launch/patient", "offline_access", "online_access");

    public static final Scopes NONE = new Scopes(List.of(), Set.of());

    public Scopes {
        resources = List.copyOf(resources);
        others = Set.copyOf(others);
    }

    /** Reads scopes with spaces between them, as a token request has them; throws {@link ScopeException}. */
    public static Scopes of(String text) {
        return of(Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    static Scopes of(Iterable<String> words) {
        Set<Scope> resources = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (String word : words) {
            if (Scope.isForResources(word)) {
                resources.add(Scope.of(word));
            } else if (OTHERS.contains(word)) {
                others.add(word);
            } else {
                throw new ScopeException("There is no such scope here: " + word);
            }
        }
        return new Scopes(List.copyOf(resources), others);
    }

    /** Whether any of them allows it for resources of this type, be it for some resources of the type alone. */
    public boolean allows(String type, Interaction interaction) {
        return resources.stream().anyMatch(scope -> scope.allows(type, interaction));
    }

    /** The scopes that allow it; a resource must meet all constraints of at least one of them. */
    public List<Scope> allowing(String type, Interaction interaction) {
        return resources.stream()
                .filter(scope -> scope.allows(type, interaction))
                .toList();
    }

    /** Whether everything that the others allow is allowed by these. */
    boolean cover(Scopes wanted) {
        return others.containsAll(wanted.others) && wanted.resources.stream().allMatch(this::covers);
    }

    /** What is left of these when no more is allowed than the others say. */
    Scopes within(Scopes registered) {
        return new Scopes(
                resources.stream().filter(registered::covers).toList(),
                others.stream().filter(registered.others::contains).collect(Collectors.toSet()));
    }

    private boolean covers(Scope wanted) {
        return wanted.interactions().stream()
                .allMatch(interaction -> resources.stream().anyMatch(scope -> scope.covers(wanted, interaction)));
    }

    public boolean isEmpty() {
        return resources.isEmpty() && others.isEmpty();
    }

    Stream<String> words() {
        return Stream.concat(
                resources.stream().map(Scope::toString), others.stream().sorted());
    }
}
