package org.manypaths.access;

import java.util.Set;
import org.manypaths.security.Role;

/**
 * Who may call an operation; each capability declares its own as beans. An operation without one is not there.
 *
 * @param name with its dollar sign
 * @param roles those who may; for others the operation is not there
 * @param decidesItself whether the operation itself sees to it that nothing hidden shows; otherwise one that is called
 *     on a record is only there where the record is
 */
public record OperationGrant(String name, Set<Role> roles, boolean decidesItself) {

    public OperationGrant {
        roles = Set.copyOf(roles);
    }
}
