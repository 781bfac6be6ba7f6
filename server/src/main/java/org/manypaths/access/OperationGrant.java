package org.manypaths.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.manypaths.security.Interaction;
import org.manypaths.security.Role;

/**
 * Who may call an operation, and what the token has to allow; each capability declares its own as beans. An operation
 * without one is not there.
 *
 * @param name with its dollar sign
 * @param roles those who may; for others the operation is not there
 * @param decidesItself whether the operation itself sees to it that nothing hidden shows; otherwise one that is called
 *     on a record is only there where the record is
 * @param needs what the token has to allow, beside reading the record that an operation is called on
 * @param drawsOnAll whether it draws on all that there is of a person, and itself refuses a token that does not read all
 *     of that
 */
public record OperationGrant(
        String name, Set<Role> roles, boolean decidesItself, List<Need> needs, boolean drawsOnAll) {

    /** Stands for the type of the record that the operation is called on. */
    public static final String ITSELF = "";

    public OperationGrant {
        roles = Set.copyOf(roles);
        needs = List.copyOf(needs);
    }

    public OperationGrant(String name, Set<Role> roles, boolean decidesItself) {
        this(name, roles, decidesItself, List.of(), false);
    }

    /**
     * One thing that the token has to allow.
     *
     * @param whole whether for every record of the person: what the operation makes or reads is not looked at one by one
     */
    public record Need(Interaction interaction, String type, boolean whole) {

        String typeOn(String record) {
            return type.equals(ITSELF) ? record : type;
        }
    }

    /** Gathers records of these types: those that the token does not reach are left out one by one. */
    public OperationGrant reading(String... types) {
        return needing(Interaction.READ, false, types);
    }

    /** Tells of all records of these types without looking at them one by one. */
    public OperationGrant readingAll(String... types) {
        return needing(Interaction.READ, true, types);
    }

    /** Stores records of these types in the name of its caller, so that each is held to the scopes when it is stored. */
    public OperationGrant writing(Interaction interaction, String... types) {
        return needing(interaction, false, types);
    }

    /** Changes the record that it is called on, and others of these types in the name of the server. */
    public OperationGrant changing(String... types) {
        return needing(Interaction.UPDATE, true, types);
    }

    public OperationGrant drawingOnAll() {
        return new OperationGrant(name, roles, decidesItself, needs, true);
    }

    private OperationGrant needing(Interaction interaction, boolean whole, String... types) {
        List<Need> all = Stream.concat(needs.stream(), Stream.of(types).map(type -> new Need(interaction, type, whole)))
                .toList();
        return new OperationGrant(name, roles, decidesItself, all, drawsOnAll);
    }

    boolean needs(Interaction interaction, String type) {
        return needs.stream()
                .anyMatch(
                        need -> need.interaction() == interaction && need.type().equals(type));
    }
}
