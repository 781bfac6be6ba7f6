package org.manypaths.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Interaction;
import org.manypaths.security.Scope;
import org.manypaths.security.Session;

/** What the scopes of a token allow of a request. Pure. */
final class ScopeRules {

    private ScopeRules() {}

    static void require(Session session, String type, Interaction interaction) {
        if (!session.scopes().allows(type, interaction)) {
            throw refused(type, interaction);
        }
    }

    static Refusal refused(String type, Interaction interaction) {
        return AccessCode.SCOPE.refusal(
                "The token does not allow this with " + type + ".",
                "Ask for a token with a scope such as system/" + type + "." + letter(interaction) + ".");
    }

    /** Whether the token is for one person alone, and the record about another: then it is not there for it. */
    static boolean isOfAnother(Session session, Marks marks) {
        boolean bound =
                session.scopes().resources().stream().allMatch(scope -> scope.context() == Scope.Context.PATIENT);
        return bound
                && marks.person()
                        .filter(person ->
                                session.patient().filter(person::equals).isEmpty())
                        .isPresent();
    }

    private static char letter(Interaction interaction) {
        return switch (interaction) {
            case CREATE -> 'c';
            case READ -> 'r';
            case UPDATE -> 'u';
            case DELETE -> 'd';
            case SEARCH -> 's';
        };
    }

    /**
     * Whether a scope for the records of one person reaches beyond the criteria of those for the records of many: one
     * search cannot say "all of this person, and of the others these".
     */
    private static boolean differByContext(List<Scope> scopes) {
        Set<List<Scope.Constraint>> many = scopes.stream()
                .filter(scope -> scope.context() != Scope.Context.PATIENT)
                .map(Scope::constraints)
                .collect(Collectors.toSet());
        return !many.isEmpty()
                && !many.contains(List.<Scope.Constraint>of())
                && !scopes.stream().map(Scope::constraints).allMatch(many::contains);
    }

    /**
     * The criteria that a search must add to stay within the scopes; none where one of them has none.
     *
     * <p>Several scopes with criteria of their own cannot be said in one search: such a caller names one.
     */
    static List<Scope.Constraint> constraints(Session session, String type, Interaction interaction) {
        List<Scope> scopes = session.scopes().allowing(type, interaction);
        if (differByContext(scopes)) {
            throw different(type);
        }
        if (scopes.isEmpty()
                || scopes.stream().anyMatch(scope -> scope.constraints().isEmpty())) {
            return List.of();
        }
        List<Scope.Constraint> first = scopes.get(0).constraints();
        if (scopes.stream().allMatch(scope -> scope.constraints().equals(first))) {
            return first;
        }
        boolean sameName = scopes.stream()
                .allMatch(scope -> scope.constraints().size() == 1
                        && scope.constraints().get(0).name().equals(first.get(0).name()));
        if (sameName) {
            String values = String.join(
                    ",",
                    scopes.stream()
                            .map(scope -> scope.constraints().get(0).value())
                            .distinct()
                            .toList());
            return List.of(new Scope.Constraint(first.get(0).name(), values));
        }
        throw different(type);
    }

    private static Refusal different(String type) {
        return AccessCode.SCOPE.refusal(
                "The scopes of the token have different criteria for " + type + ", which no one search can meet.",
                "Ask for a token with one of them.");
    }
}
